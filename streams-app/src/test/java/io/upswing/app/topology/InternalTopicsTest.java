package io.upswing.app.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class InternalTopicsTest {
    private static final Pattern STORES = Pattern.compile("Processor: \\S+-stage \\(stores: \\[([^]]+)]\\)");

    @Test
    void theyAreThoseOfTheTopologyAndNoOtherApplications() {
        try (var catalogue = PipelineFixture.catalogue("mock://internal")) {
            Plumbing plumbing = PipelineFixture.plumbing(catalogue, StageObserver.NONE);
            String id = plumbing.applicationId();
            TreeSet<String> made = new TreeSet<>();
            made.add(plumbing.facts().name());
            made.add(plumbing.unitSums().name());
            Matcher stores = STORES.matcher(
                    new PipelineTopology(plumbing).get().describe().toString());
            while (stores.find()) {
                for (String store : stores.group(1).split(", ", -1)) {
                    made.add(id + "-" + store + "-changelog");
                }
            }
            InternalTopics internal = new InternalTopics(id, catalogue);

            assertThat(internal.all()).containsExactlyElementsOf(made).allMatch(internal::has);
            assertThat(internal.has(id + "-rep-what-comes-later-changelog")).isTrue();
            assertThat(internal.has(id + "-orders-store-changelog")).isFalse();
            assertThat(internal.has(id + "-facts-repartition-of-others")).isFalse();
        }
    }
}
