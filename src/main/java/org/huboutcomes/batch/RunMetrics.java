package org.huboutcomes.batch;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.workspace.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.configuration.annotation.BatchObservabilityBeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/// Writes Spring Batch's metrics of a run, with its end time and result, to `logs/metrics.prom` in the text format
/// of Prometheus. Only the user of the program can read that folder, so a job of that user has to copy the file
/// elsewhere.
public final class RunMetrics {

    private static final Logger LOG = LoggerFactory.getLogger(RunMetrics.class);
    private static final String NAME = "metrics.prom";

    private final MeterRegistry registry = new SimpleMeterRegistry();

    /// Makes the jobs and steps of a context report their timings here.
    void observe(ConfigurableListableBeanFactory beans) {
        ObservationRegistry observations = ObservationRegistry.create();
        observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(registry));
        beans.registerSingleton("observationRegistry", observations);
        BatchObservabilityBeanPostProcessor processor = new BatchObservabilityBeanPostProcessor();
        processor.postProcessBeanFactory(beans);
        beans.addBeanPostProcessor(processor);
    }

    /// Replaces the file of the last run, if there is a workspace. If the file cannot be written, the run
    /// continues.
    ///
    /// @param success whether the run did everything it had to do
    public void write(Workspace workspace, String job, boolean success) {
        if (!workspace.exists()) return;
        Path file = workspace.logs().resolve(NAME);
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, text(job, success, Instant.now()));
        } catch (IOException e) {
            LOG.warn("batch: {} cannot be written", NAME);
        }
    }

    String text(String job, boolean success, Instant ended) {
        // Grouped by metric name, because the format requires all lines of a metric to be together.
        Map<String, Map<String, Double>> samples = new TreeMap<>();
        String labels = "{job=\"" + escaped(job) + "\"}";
        samples.put("hub_outcomes_run_success", Map.of(labels, success ? 1.0 : 0.0));
        samples.put("hub_outcomes_run_end_timestamp_seconds", Map.of(labels, (double) ended.getEpochSecond()));
        for (Meter meter : registry.getMeters())
            for (Measurement one : meter.measure())
                samples.computeIfAbsent(name(meter, one.getStatistic()), none -> new TreeMap<>())
                        .put(labels(meter), one.getValue());
        StringBuilder text = new StringBuilder();
        samples.forEach((name, values) -> {
            text.append("# TYPE ").append(name).append(" gauge\n");
            values.forEach((label, value) ->
                    text.append(name).append(label).append(' ').append(value).append('\n'));
        });
        return text.toString();
    }

    /// Such as `spring_batch_step_seconds_sum`. A run has one value of each, so all are gauges.
    private static String name(Meter meter, Statistic statistic) {
        String end = switch (statistic) {
            case TOTAL_TIME -> "_seconds_sum";
            case COUNT -> "_count";
            case MAX -> "_seconds_max";
            case DURATION -> "_seconds";
            default -> "";
        };
        return meter.getId().getName().replaceAll("[^a-zA-Z0-9]", "_").toLowerCase(Locale.ROOT) + end;
    }

    private static String labels(Meter meter) {
        StringJoiner labels = new StringJoiner(",", "{", "}").setEmptyValue("");
        meter.getId()
                .getTagsAsIterable()
                .forEach(tag -> labels.add(
                        tag.getKey().replaceAll("[^a-zA-Z0-9]", "_") + "=\"" + escaped(tag.getValue()) + "\""));
        return labels.toString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
