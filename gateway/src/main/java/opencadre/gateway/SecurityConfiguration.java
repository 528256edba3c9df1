package opencadre.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who comes through the door, and what every answer carries. */
@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain door(HttpSecurity http, BackChannelLogout backChannelLogout, KeycloakLogout keycloakLogout)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/**", "/session")
                        .authenticated()
                        // Pages show nothing by themselves; management answers on its own loopback port alone.
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.defaultSuccessUrl("/", true).failureUrl("/?login=failed"))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannelLogout)))
                .logout(logout -> logout.addLogoutHandler(keycloakLogout)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> Problem.NOT_SIGNED_IN.write(request, response))
                        .accessDeniedHandler((request, response, e) -> Problem.FORBIDDEN.write(request, response)))
                .csrf(csrf -> csrf.spa())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.addHeaderWriter((request, response) ->
                                response.setHeader("Content-Security-Policy", contentSecurityPolicy(Nonce.of(request))))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }

    private static String contentSecurityPolicy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }
}
