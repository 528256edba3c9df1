package opencadre.personnel.account.keycloak;

import org.springframework.boot.context.properties.ConfigurationProperties;

/** Where the identity provider is and who we are to it. */
@ConfigurationProperties("opencadre.keycloak")
record KeycloakProperties(String url, String realm, String clientId, String clientSecret) {}
