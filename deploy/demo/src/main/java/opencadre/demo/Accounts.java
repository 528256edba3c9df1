package opencadre.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The people who may log in to the demo, as {@code accounts.json} names them. */
public final class Accounts {

    private Accounts() {}

    public record Account(String username, String password, String name, List<String> realmRoles) {}

    static List<Account> in(Path accountsFile) {
        List<Account> accounts = new ArrayList<>();
        for (JsonNode user : JsonMapper.shared().readTree(accountsFile.toFile()).path("users")) {
            JsonNode password = user.path("credentials").path(0).path("value");
            if (password.isString()) {
                List<String> roles = user.path("realmRoles")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                String name = user.path("firstName").asString("") + " "
                        + user.path("lastName").asString("");
                accounts.add(new Account(user.path("username").asString(), password.asString(), name, roles));
            }
        }
        return accounts;
    }

    /** A demo account that has signed in. Errors: {@link Unavailable} where none has that name. */
    public static Officer signedIn(String gateway, Path accountsFile, String username) {
        return in(accountsFile).stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .map(account -> Officer.signedIn(gateway, account))
                .orElseThrow(() -> new Unavailable("The demo has no account " + username + "."));
    }
}
