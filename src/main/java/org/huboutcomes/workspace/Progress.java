package org.huboutcomes.workspace;

/// Receives the progress of a run. Steps call it from several threads.
public interface Progress {

    /// Ignores all progress.
    Progress SILENT = new Progress() {
        @Override
        public void stepStarted(String step) {}

        @Override
        public void itemsExpected(int total) {}

        @Override
        public void itemDone(String item) {}

        @Override
        public void stepFinished(String step, String summary) {}
    };

    void stepStarted(String step);

    /// Sets the number of items in the current step. A step that does not call this has no items.
    void itemsExpected(int total);

    void itemDone(String item);

    /// @param summary what was done, as a short phrase
    void stepFinished(String step, String summary);
}
