package opencadre.gateway;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** Who comes through the door. */
@Configuration
class SecurityConfiguration {

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            ReturnTo returnTo,
            LoginRoundTrip<?> roundTrip,
            BackChannelLogout backChannelLogout,
            KeycloakLogout keycloakLogout,
            SessionAudit audit)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/**", "/session")
                        .authenticated()
                        // Pages show nothing by themselves; management answers on its own loopback port alone.
                        .anyRequest()
                        .permitAll())
                .oauth2Login(login -> login.authorizationEndpoint(start ->
                                start.authorizationRequestResolver(returnTo).authorizationRequestRepository(roundTrip))
                        .successHandler(returnTo)
                        .failureUrl("/?login=failed"))
                .oidcLogout(logout -> logout.backChannel(channel -> channel.logoutHandler(backChannelLogout)))
                .logout(logout -> logout.addLogoutHandler(audit)
                        .addLogoutHandler(keycloakLogout)
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .sessionManagement(session -> session.addSessionAuthenticationStrategy(audit))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> Refusal.NOT_SIGNED_IN.write(request, response))
                        .accessDeniedHandler((request, response, e) -> Refusal.FORBIDDEN.write(request, response)))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.disable())
                // AnswerHeaders writes them, also where this chain is never reached.
                .headers(HeadersConfigurer::disable)
                .build();
    }

    /** Read by our scripts, who prove by it that they are ours. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("__Host-XSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.secure(true).path("/").sameSite("Strict"));
        return tokens;
    }
}
