package opencadre.personnel.account.keycloak;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A password that is read from a screen or a slip of paper and typed once: {@code k7fm-q2xd-9htw-c4np}. Sixteen of 31
 * signs, 79 bits; none that is taken for another.
 */
final class TemporaryPassword {

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private TemporaryPassword() {}

    static String next() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> IntStream.range(0, GROUP)
                        .mapToObj(sign -> String.valueOf(SIGNS.charAt(RANDOM.nextInt(SIGNS.length()))))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
    }
}
