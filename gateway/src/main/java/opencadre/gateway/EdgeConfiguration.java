package opencadre.gateway;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What stands around the proxying: headers, limits, files, and answers to broken requests. */
@Configuration
class EdgeConfiguration implements WebMvcConfigurer {

    @Bean
    AnswerHeaders answerHeaders(GatewayProperties properties) {
        return new AnswerHeaders(properties.issuerOrigin());
    }

    /** First of all and at once, so that no refusal and no failure further in goes without. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> answerHeadersFilter(AnswerHeaders headers) {
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(headers));
        filter.setShouldWriteHeadersEagerly(true);
        return registration(filter, Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<SessionStoreAway> sessionStoreAway() {
        return registration(new SessionStoreAway(), Ordered.HIGHEST_PRECEDENCE + 1);
    }

    /** Behind the sessions and before security, so that those who are turned away are counted too. */
    @Bean
    FilterRegistrationBean<RateLimit> rateLimit(GatewayProperties properties) {
        return registration(new RateLimit(properties.rate()), SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1);
    }

    /** Behind security: nobody who is not signed in has a body read. */
    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(GatewayProperties properties) {
        return registration(
                new BodyLimit(properties.bodyLimit(), properties.importLimit()),
                SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
    }

    @Bean
    ResponseHttpHeadersFilter serviceHeadersThatStayHere() {
        return (headers, response) -> {
            HttpHeaders kept = new HttpHeaders();
            kept.putAll(headers);
            AnswerHeaders.OURS.forEach(kept::remove);
            return kept;
        };
    }

    @Bean
    RequestRejectedHandler oddRequests() {
        return (request, response, refused) -> Refusal.BAD_REQUEST.write(request, response);
    }

    /** An encoded slash gets as far as the firewall, which refuses it; the rest is told by {@link ProblemValve}. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> brokenRequests(AnswerHeaders headers) {
        return tomcat -> {
            tomcat.addConnectorCustomizers(connector -> {
                connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            });
            tomcat.addContextCustomizers(
                    context -> context.getParent().getPipeline().addValve(new ProblemValve(headers)));
        };
    }

    /** The names of files under assets change with their content; all others are asked for again. */
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache());
    }

    private static <F extends Filter> FilterRegistrationBean<F> registration(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }
}
