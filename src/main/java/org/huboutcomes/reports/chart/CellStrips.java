package org.huboutcomes.reports.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contexts in rows and columns. The mark and the background of each cell show whether it has been reached.
public record CellStrips(List<List<@Nullable State>> rows) implements Strips {

    public enum State {
        REACHED("reached"),
        NOT_REACHED("not reached"),
        TOO_FEW("too few");

        private final String word;

        State(String word) {
            this.word = word;
        }

        private Shade ground() {
            return switch (this) {
                case REACHED -> Shade.SELF.tint(0.4);
                case NOT_REACHED -> Shade.PAPER;
                case TOO_FEW -> Shade.RULE.tint(0.45);
            };
        }
    }

    @Override
    public void keys(ChartCanvas canvas) {
        Legend legend = new Legend(canvas, 0, 7);
        for (State state : State.values())
            legend.swatch(state.ground(), canvas.word(state.word), canvas.word(state.word + " mark"));
    }

    @Override
    public void row(ChartCanvas canvas, int index) {
        List<@Nullable State> cells = rows.get(index);
        double wide = canvas.width() / cells.size();
        for (int i = 0; i < cells.size(); i++) {
            State state = cells.get(i);
            if (state == null) continue;
            canvas.box(wide * i + 1, 1.5, wide - 2, canvas.height() - 3.5, state.ground());
            canvas.frame(
                    wide * i + 1,
                    1.5,
                    wide - 2,
                    canvas.height() - 3.5,
                    state == State.TOO_FEW ? Shade.RULE : Shade.SELF,
                    0.7);
            canvas.centre(
                    canvas.word(state.word + " mark"), wide * (i + 0.5), canvas.height() / 2 + 2.5, TextStyle.LABEL);
        }
    }

    @Override
    public void axis(ChartCanvas canvas) {}

    @Override
    public boolean hasAxis() {
        return false;
    }
}
