package org.huboutcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.scheduling.support.CronExpression;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The templates for operators in `jobs/schedule`, each checked with its own tool if that is installed.
class ScheduleTemplatesTest {

    private static final Path TEMPLATES = Path.of("jobs/schedule");

    @TempDir
    private Path folder;

    @Test
    void systemdAcceptsTheServiceAndTheTimer() throws Exception {
        assumeTrue(isInstalled("systemd-analyze"), "a machine without systemd");
        for (String unit : List.of("hub-outcomes.service", "hub-outcomes.timer"))
            Files.writeString(
                    folder.resolve(unit),
                    Files.readString(TEMPLATES.resolve(unit))
                            .replace(
                                    "/opt/hub-outcomes/hub-outcomes -w",
                                    Path.of("hub-outcomes").toAbsolutePath() + " -w"));
        assertThat(output(
                        "systemd-analyze",
                        "verify",
                        folder.resolve("hub-outcomes.timer").toString(),
                        folder.resolve("hub-outcomes.service").toString()))
                .isEmpty();
    }

    @Test
    void systemdRatesTheServiceAsWellProtected() throws Exception {
        assumeTrue(isInstalled("systemd-analyze"), "a machine without systemd");
        String rating = output(
                "systemd-analyze",
                "security",
                "--offline=yes",
                "--threshold=20",
                TEMPLATES.resolve("hub-outcomes.service").toString());
        assertThat(rating).contains("Overall exposure level").doesNotContain("UNSAFE", "EXPOSED", "MEDIUM");
    }

    @Test
    void theCronLineHasFiveFieldsThatAreATime() throws IOException {
        String line = Files.readAllLines(TEMPLATES.resolve("crontab")).stream()
                .filter(written -> !written.startsWith("#"))
                .reduce("", String::concat);
        String[] words = line.split(" ", 6);
        assertThat(CronExpression.isValidExpression(
                        "0 " + String.join(" ", List.of(words).subList(0, 5))))
                .isTrue();
        // In a crontab, a percent sign ends the command.
        assertThat(words[5]).contains("nightly").doesNotContain("%");
    }

    @Test
    void theCronJobRunsOneNightAtATimeAndRepeatsOnlyFailuresOfTheMachine() throws IOException {
        Map<String, Object> job = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(TEMPLATES.resolve("cronjob.yaml")));
        assertThat(job).containsEntry("apiVersion", "batch/v1").containsEntry("kind", "CronJob");
        Map<?, ?> spec = (Map<?, ?>) job.get("spec");
        assertThat(spec.get("concurrencyPolicy")).isEqualTo("Forbid");
        assertThat(CronExpression.isValidExpression("0 " + spec.get("schedule")))
                .isTrue();
        assertThat(job.toString()).contains("values=[2, 3, 4]", "args=[-w, /srv/hubs, nightly]", "restartPolicy=Never");
    }

    /// The manager is the run of `cronjob.yaml`, with the same restrictions; workers have the same image, folder
    /// and database.
    @Test
    void theClusterHasOneManagerAndWorkersOfTheSameProgram() throws IOException {
        List<String> parts =
                List.of(Files.readString(TEMPLATES.resolve("cluster.yaml")).split("(?m)^---$"));
        assertThat(parts).hasSize(2);
        Map<String, Object> workers = yaml(parts.get(0));
        Map<String, Object> manager = yaml(parts.get(1));
        assertThat(workers).containsEntry("apiVersion", "apps/v1").containsEntry("kind", "Deployment");
        assertThat(workers.toString()).contains("args=[-w, /srv/hubs, worker]");
        assertThat(manager).containsEntry("kind", "CronJob");
        assertThat(manager.toString()).contains("concurrencyPolicy=Forbid", "args=[-w, /srv/hubs, nightly]");
        for (Map<String, Object> part : List.of(workers, manager))
            assertThat(part.toString())
                    .contains(
                            "image=hub-outcomes:1.0.0",
                            "claimName=hubs",
                            "{name=HUB_OUTCOMES_CLUSTER_WORKERS, value=true}",
                            "{name=HUB_OUTCOMES_JOB_REPOSITORY_PASSWORD, valueFrom={secretKeyRef=");
    }

    /// Both parts must have the same number of shards, because there is no database to compare it.
    @Test
    void theShardsAreAsManyAsTheRunCountsOn() throws IOException {
        List<String> parts =
                List.of(Files.readString(TEMPLATES.resolve("shards.yaml")).split("(?m)^---$"));
        assertThat(parts).hasSize(2);
        Map<String, Object> shards = yaml(parts.get(0));
        assertThat(shards).containsEntry("apiVersion", "apps/v1").containsEntry("kind", "StatefulSet");
        Object replicas = ((Map<?, ?>) shards.get("spec")).get("replicas");
        assertThat(shards.toString())
                .contains("args=[-w, /srv/hubs, worker]", "{name=JOB_COMPLETION_INDEX, valueFrom=");
        assertThat(yaml(parts.get(1)).toString())
                .contains("kind=CronJob", "concurrencyPolicy=Forbid", "args=[-w, /srv/hubs, nightly]");
        for (String part : parts)
            assertThat(yaml(part).toString())
                    .contains(
                            "image=hub-outcomes:1.0.0",
                            "claimName=hubs",
                            "{name=HUB_OUTCOMES_CLUSTER_SHARDS, value=" + replicas + "}")
                    .doesNotContain("JOB_REPOSITORY");
    }

    @Test
    void theComposeFileGivesEveryProcessTheSameFolderAndDatabase() throws IOException {
        Map<String, Object> compose = yaml(Files.readString(TEMPLATES.resolve("compose.yaml")));
        Map<?, ?> services = (Map<?, ?>) compose.get("services");
        Map<?, ?> worker = (Map<?, ?>) services.get("worker");
        Map<?, ?> night = (Map<?, ?>) services.get("nightly");
        assertThat(worker.get("command")).asString().isEqualTo("[-w, /srv/hubs, worker]");
        assertThat(night.get("command")).asString().isEqualTo("[-w, /srv/hubs, nightly]");
        for (String same : List.of("image", "environment", "volumes"))
            assertThat((Object) worker.get(same)).as(same).isEqualTo(night.get(same));
        assertThat(worker.get("environment").toString()).contains("PASSWORD=${HUB_OUTCOMES_JOB_REPOSITORY_PASSWORD:?}");
    }

    private static Map<String, Object> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @Test
    void theTemplatesAreNoPartOfTheCatalogue() {
        Catalogue.in(Path.of("jobs")).validate();
        assertThat(getClass().getResource("/jobs/schedule")).isNull();
    }

    private static boolean isInstalled(String tool) {
        return Files.isExecutable(Path.of("/usr/bin").resolve(tool));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
