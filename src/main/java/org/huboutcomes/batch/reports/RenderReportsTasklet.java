package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.sql.SQLException;
import org.huboutcomes.workspace.Progress;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Worker of step `reports`: makes all files of one hub or network. Not final, because step scope creates a proxy.
public class RenderReportsTasklet implements Tasklet {

    private final String recipient;
    private final ReportRendering rendering;
    private final Progress progress;

    public RenderReportsTasklet(String recipient, ReportRendering rendering, Progress progress) {
        this.recipient = recipient;
        this.rendering = rendering;
        this.progress = progress;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException, SQLException {
        rendering.render(recipient);
        progress.itemDone(recipient);
        return RepeatStatus.FINISHED;
    }
}
