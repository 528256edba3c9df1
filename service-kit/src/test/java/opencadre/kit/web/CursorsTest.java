package opencadre.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {

    private final Cursors cursors = new Cursors("a secret of one service".getBytes(StandardCharsets.UTF_8));

    @Property(tries = 200)
    void goesOnWhereItStopped(@ForAll long high, @ForAll long low) {
        var position = new Cursors.Position("khải dương minh " + low, new UUID(high, low));

        assertThat(cursors.decode(cursors.encode(position))).isEqualTo(position);
    }

    @Property(tries = 200)
    void refusesACursorOfWhichOneCharacterChanged(@ForAll int where) {
        String cursor = cursors.encode(new Cursors.Position("an nguyễn văn", new UUID(1, 2)));
        int at = Math.floorMod(where, cursor.length() - 1);
        char other = cursor.charAt(at) == 'A' ? 'B' : 'A';
        String forged = cursor.substring(0, at) + other + cursor.substring(at + 1);

        assertThatThrownBy(() -> cursors.decode(forged)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "not base64 !", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatItDidNotMake(String cursor) {
        assertThatThrownBy(() -> cursors.decode(cursor)).isInstanceOf(Refused.class);
    }

    @org.junit.jupiter.api.Test
    void refusesACursorOfAnotherList() {
        var name = new Cursors.Position("an nguyễn", new UUID(1, 2));
        var seat = new Cursors.Position("110 40", new UUID(1, 2));

        assertThatThrownBy(name::moment).isInstanceOf(Refused.class);
        assertThatThrownBy(seat::moment).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> name.numbers(2)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> seat.numbers(1)).isInstanceOf(Refused.class);
        assertThat(seat.numbers(2)).containsExactly(110L, 40L);
    }

    @org.junit.jupiter.api.Test
    void refusesACursorOfAnotherSecret() {
        String foreign = new Cursors("another secret".getBytes(StandardCharsets.UTF_8))
                .encode(new Cursors.Position("an", new UUID(1, 2)));

        assertThatThrownBy(() -> cursors.decode(foreign)).isInstanceOf(Refused.class);
    }
}
