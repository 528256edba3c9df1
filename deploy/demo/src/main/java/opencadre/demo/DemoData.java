package opencadre.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the CSV files say, and the rows of them that make no sense by themselves. */
record DemoData(
        List<UnitRow> units,
        List<GrantRow> grants,
        List<PersonRow> people,
        List<PostRow> posts,
        List<Refusal> refusals) {

    /** Reads the folder and takes out every row that names something which is not there. */
    static DemoData read(Path folder, Set<String> accounts) {
        List<Refusal> refusals = new ArrayList<>();
        List<UnitRow> units = Csv.read(folder.resolve("units.csv"), UnitRow::of, refusals);
        List<GrantRow> grants = Csv.read(folder.resolve("grants.csv"), GrantRow::of, refusals);
        List<PersonRow> people = Csv.read(folder.resolve("people.csv"), PersonRow::of, refusals);
        List<PostRow> posts = Csv.read(folder.resolve("posts.csv"), PostRow::of, refusals);

        Set<String> unitKeys = keys(units, UnitRow::key);
        units = kept(units, refusals, unit -> {
            require(unit.row(), "parent", unitKeys, unit.parent().stream().toList());
            return unit;
        });
        grants = kept(grants, refusals, grant -> {
            require(grant.row(), "account", accounts, List.of(grant.account()));
            require(grant.row(), "unit", unitKeys, List.of(grant.unit()));
            return grant;
        });
        people = kept(people, refusals, person -> {
            require(person.row(), "account", accounts, List.of(person.account()));
            return person;
        });
        Set<String> peopleKeys = keys(people, PersonRow::key);
        grants = kept(grants, refusals, grant -> {
            require(grant.row(), "person", peopleKeys, grant.person().stream().toList());
            return grant;
        });
        posts = kept(posts, refusals, post -> {
            require(post.row(), "person", peopleKeys, List.of(post.person()));
            require(post.row(), "unit", unitKeys, List.of(post.unit()));
            return post;
        });
        return new DemoData(units, grants, people, posts, refusals);
    }

    List<GrantRow> grantsOf(String account) {
        return grants.stream().filter(grant -> grant.account().equals(account)).toList();
    }

    List<PersonRow> peopleOf(String account) {
        return people.stream()
                .filter(person -> person.account().equals(account))
                .toList();
    }

    List<PostRow> postsOf(PersonRow person) {
        return posts.stream().filter(post -> post.person().equals(person.key())).toList();
    }

    private static <T> Set<String> keys(List<T> rows, Function<T, String> key) {
        return rows.stream().map(key).collect(Collectors.toSet());
    }

    private static <T> List<T> kept(List<T> rows, List<Refusal> refusals, Function<T, T> check) {
        List<T> kept = new ArrayList<>();
        for (T row : rows) {
            try {
                kept.add(check.apply(row));
            } catch (RefusedRow e) {
                refusals.add(e.refusal());
            }
        }
        return kept;
    }

    private static void require(Row row, String column, Collection<String> known, List<String> named) {
        named.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw row.refused(column, "there is no " + name);
        });
    }
}
