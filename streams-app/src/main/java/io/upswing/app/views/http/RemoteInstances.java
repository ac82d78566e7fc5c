package io.upswing.app.views.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.upswing.app.topology.Tasks;
import io.upswing.app.topology.Tasks.Progress;
import io.upswing.app.views.DayOutOfReachException;
import io.upswing.app.views.EntityQuestion;
import io.upswing.app.views.EntityRow;
import io.upswing.app.views.Instance;
import io.upswing.app.views.InstanceCases;
import io.upswing.app.views.Part;
import io.upswing.app.views.Subject;
import io.upswing.app.views.SubjectKpis;
import io.upswing.app.views.SubjectLevel;
import io.upswing.app.views.SubjectPanes;
import io.upswing.app.views.UnavailableException;
import io.upswing.core.entity.Quality;
import io.upswing.core.time.Days;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;

/** Other instances, asked over HTTP. */
final class RemoteInstances {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Longer than a large level takes; shorter than clients wait. */
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Instance at(String host, int port) {
        return new Remote((host.contains(":") ? "[" + host + "]" : host) + ":" + port);
    }

    private final class Remote implements Instance {
        private final String address;

        Remote(String address) {
            this.address = address;
        }

        @Override
        public String address() {
            return address;
        }

        @Override
        public List<Part> parts(SubjectLevel level, OptionalInt day) {
            return InstanceJson.list(must(InstanceRoutes.KPIS + level.id() + query(day)), InstanceJson::part);
        }

        @Override
        public Optional<SubjectKpis> kpis(Subject subject, OptionalInt day) {
            return ask(InstanceRoutes.KPIS + path(subject) + query(day)).map(InstanceJson::kpis);
        }

        @Override
        public Optional<SubjectPanes> panes(Subject subject) {
            return ask(InstanceRoutes.PANES + path(subject)).map(InstanceJson::panes);
        }

        @Override
        public List<Progress> progress() {
            return InstanceJson.list(must(InstanceRoutes.PROGRESS), InstanceJson::progress);
        }

        @Override
        public SortedMap<Tasks.Id, List<EntityRow>> entities(EntityQuestion question) {
            String after = question.after().map(id -> "&after=" + encoded(id)).orElse("");
            return EntityJson.tasks(
                    must(InstanceRoutes.ENTITIES + question.kind().id() + "?limit=" + question.limit() + after));
        }

        @Override
        public SortedMap<Tasks.Id, SortedMap<Quality.Key, Long>> quality() {
            return QualityJson.tasks(must(InstanceRoutes.QUALITY));
        }

        @Override
        public InstanceCases cases() {
            return new RemoteCases(this::ask);
        }

        private JsonNode must(String path) {
            return ask(path).orElseThrow(() -> new UnavailableException(address + " does not know " + path));
        }

        /** Empty if it knows no such subject. */
        private Optional<JsonNode> ask(String path) {
            URI uri = URI.create("http://" + address + InstanceRoutes.BASE + path);
            try {
                HttpResponse<byte[]> response = client.send(
                        HttpRequest.newBuilder(uri).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofByteArray());
                return answer(response.statusCode(), Json.read(response.body()));
            } catch (IOException e) {
                throw new UnavailableException("the instance at " + address + " does not answer: " + e, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UnavailableException("interrupted while " + address + " was asked", e);
            }
        }

        private Optional<JsonNode> answer(int status, JsonNode body) {
            return switch (status) {
                case 200 -> Optional.of(body);
                case 404 -> Optional.empty();
                case 400 -> throw new DayOutOfReachException(body.path("detail").asText());
                default ->
                    throw new UnavailableException("the instance at " + address + " answers " + status + ": "
                            + body.path("detail").asText());
            };
        }
    }

    private static String path(Subject subject) {
        return subject.level().id() + "/" + encoded(subject.id());
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String query(OptionalInt day) {
        return day.isPresent() ? "?day=" + Days.date(day.getAsInt()) : "";
    }
}
