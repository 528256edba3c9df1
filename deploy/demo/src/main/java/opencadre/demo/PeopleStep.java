package opencadre.demo;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An officer registers the people of the own units. Whoever is in the officer's list already is not typed again, and
 * the key of each request is made of the row, so that not even a lost answer makes two of one.
 */
final class PeopleStep {

    private static final String PEOPLE = "/api/personnel/people";

    private final Officer officer;
    private final DemoData data;
    private final Tally tally;
    private final Instant start = Instant.now();

    private PeopleStep(Officer officer, DemoData data, Tally tally) {
        this.officer = officer;
        this.data = data;
        this.tally = tally;
    }

    static Tally run(Officer officer, String account, DemoData data) {
        Tally tally = new Tally("people of " + account);
        Answer me = officer.get("/api/personnel/me").orEnd("Who is " + account);
        if (me.body().path("actions").valueStream().noneMatch(action -> "person.write".equals(action.asString()))) {
            tally.note(account + " may not register people any more; nothing is looked at.");
            return tally;
        }
        new PeopleStep(officer, data, tally).run(data.peopleOf(account));
        return tally;
    }

    private void run(List<PersonRow> people) {
        Map<String, JsonNode> listed = listed();
        for (PersonRow person : people) {
            List<PostRow> posts = data.postsOf(person);
            if (posts.isEmpty()) {
                tally.refused(List.of(new Refusal("people.csv", person.row().line(), "key", "has no post")));
                continue;
            }
            JsonNode known = listed.get(person.sameness());
            if (known == null) {
                register(person, posts);
            } else {
                tally.present();
                addMissing(known.path("id").asString(), posts, standing(known));
            }
        }
    }

    /** Everybody whom the officer sees, by name and birth. */
    private Map<String, JsonNode> listed() {
        Map<String, JsonNode> listed = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page = officer.get(PEOPLE + "?limit=200" + cursor)
                    .orEnd("The list of people")
                    .body();
            for (JsonNode person : page.path("items")) {
                listed.put(
                        person.path("fullName").asString() + " "
                                + person.path("birth").asString(),
                        person);
            }
            cursor = page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return listed;
    }

    private void register(PersonRow person, List<PostRow> posts) {
        PostRow first = posts.getFirst();
        Answer answer =
                officer.post(PEOPLE, person.body(first), Map.of("Idempotency-Key", "demo-person-" + person.key()));
        if (!answer.isGood()) {
            tally.refused(answer.refusals(person.row()));
            return;
        }
        // An answer from before this load is a repeated one: the person was there, but no longer in the list like this.
        Instant recorded = Instant.parse(
                answer.body().path("identity").path("recordedFrom").asString());
        if (recorded.isBefore(start)) {
            tally.present();
        } else {
            tally.added();
        }
        addMissing(answer.body().path("id").asString(), posts, Set.of(first.sameness()));
    }

    /** Adds the posts that the person never had; one that was put right or voided since is not brought back. */
    private void addMissing(String id, List<PostRow> posts, Set<String> standing) {
        List<PostRow> missing = posts.stream()
                .filter(post -> !standing.contains(post.sameness()))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        JsonNode history =
                officer.get(PEOPLE + "/" + id + "/history").orEnd("A history").body();
        Set<String> ever = new HashSet<>();
        history.path("assignments").forEach(post -> ever.add(sameness(post)));
        for (PostRow post : missing) {
            if (!ever.contains(post.sameness())) {
                add(id, post);
            }
        }
    }

    private void add(String id, PostRow post) {
        String etag = officer.get(PEOPLE + "/" + id).orEnd("A dossier").etag();
        String key = "demo-post-" + post.person() + "-" + UnitRow.id(post.unit()) + "-" + post.from();
        Answer answer = officer.post(
                PEOPLE + "/" + id + "/assignments", post.body(), Map.of("If-Match", etag, "Idempotency-Key", key));
        if (answer.isGood()) {
            tally.postAdded();
        } else {
            tally.refused(answer.refusals(post.row()));
        }
    }

    private static Set<String> standing(JsonNode person) {
        return person.path("posts").valueStream().map(PeopleStep::sameness).collect(Collectors.toSet());
    }

    private static String sameness(JsonNode post) {
        return post.path("unitId").asString() + " " + post.path("title").asString();
    }
}
