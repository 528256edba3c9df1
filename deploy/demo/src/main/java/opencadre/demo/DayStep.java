package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** The system administrator moves the legal day of the demo forward. */
final class DayStep {

    private DayStep() {}

    /** Says what came of it; the answer is whether it is that day now. */
    static boolean advance(String gateway, Path accountsFile, String day, PrintStream out) {
        Accounts.Account administrator = Accounts.in(accountsFile).stream()
                .filter(account -> account.username().equals(DemoLoad.ADMINISTRATOR))
                .findFirst()
                .orElseThrow(() -> new Unavailable("This is no demo realm: nobody here moves the legal day."));
        Answer answer = Officer.signedIn(gateway, administrator).put("/api/personnel/legal-day", Map.of("day", day));
        if (answer.isGood()) {
            out.println("The legal day is " + day + "; training and planning follow by event.");
            return true;
        }
        answer.reasons().forEach(out::println);
        return false;
    }
}
