package opencadre.kit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Grants;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.access.TokenCheck;
import opencadre.kit.access.Units;
import opencadre.kit.audit.Audit;
import opencadre.kit.events.DeliveryEndpoint;
import opencadre.kit.events.DeliveryProbe;
import opencadre.kit.events.Inbox;
import opencadre.kit.events.Outbox;
import opencadre.kit.events.OutboxRelay;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.SystemWork;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.AdvancedDay;
import opencadre.kit.time.LegalDay;
import opencadre.kit.time.TwoClocks;
import opencadre.kit.web.BodyCheck;
import opencadre.kit.web.BodyLimit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Days;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.ParameterCheck;
import opencadre.kit.web.Problem;
import opencadre.kit.web.ProblemValve;
import opencadre.kit.web.Problems;
import opencadre.kit.word.Pdf;
import opencadre.kit.word.Soffice;
import opencadre.kit.workbook.Imports;
import org.apache.catalina.core.StandardHost;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Wires the parts of the kit into a service. The one place that knows them all. */
@AutoConfiguration
@EnableConfigurationProperties(KitProperties.class)
@Import({Problems.class, BodyCheck.class})
public class KitConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AdvancedDay legalDay(Clock clock, KitProperties properties, DSLContext db) {
        return new AdvancedDay(LegalDay.of(clock), Optional.ofNullable(properties.legalDayBegins()), db);
    }

    @Bean
    AccessContracts accessContracts(KitProperties properties) {
        return AccessContracts.of(properties.service());
    }

    /** A service does not start on regulations that contradict. */
    @Bean
    Regulations regulations() {
        return Regulations.load();
    }

    @Bean
    Grants grants(DSLContext db, Places places) {
        return new Grants(db, places);
    }

    @Bean
    Units units(DSLContext db) {
        return new Units(db);
    }

    @Bean
    Places places(DSLContext db, ObjectProvider<Places.Fences> fences) {
        return new Places(db, fences.getIfAvailable(() -> Places.Fences.BOTH));
    }

    @Bean
    ScopedWork scopedWork(PlatformTransactionManager manager, DSLContext db) {
        return new ScopedWork(manager, db);
    }

    @Bean
    Audit audit(DSLContext db) {
        return new Audit(db);
    }

    @Bean
    TwoClocks twoClocks(DSLContext db) {
        return new TwoClocks(db);
    }

    @Bean
    Cursors cursors(KitProperties properties) {
        return new Cursors(properties.cursorSecretBytes());
    }

    @Bean
    Idempotency idempotency(DSLContext db, JsonMapper json) {
        return new Idempotency(db, json);
    }

    @Bean
    Imports imports(DSLContext db, PlatformTransactionManager manager) {
        return new Imports(db, manager);
    }

    /** Only where the service takes sheets. */
    @Bean
    @ConditionalOnBean(ImportSheets.class)
    ImportController importController(
            Imports imports,
            ImportSheets sheets,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            ImportRuns runs,
            ImportRunRows rows,
            KitProperties properties) {
        return new ImportController(imports, sheets, work, audit, idempotency, runs, rows, properties);
    }

    @Bean
    ImportRunRows importRunRows(DSLContext db, ScopedWork work) {
        return new ImportRunRows(db, work);
    }

    @Bean
    @ConditionalOnBean(ImportSheets.class)
    ImportRuns importRuns(ImportRunRows rows, ScopedWork work, Grants grants, JsonMapper json) {
        return new ImportRuns(rows, work, grants, json);
    }

    @Bean
    ViewController viewController(Audit audit, Places places, ScopedWork work, Cursors cursors) {
        return new ViewController(audit, places, work, cursors);
    }

    /** Only where the service prints papers. */
    @Bean
    @ConditionalOnProperty("opencadre.office")
    Pdf pdf(@Value("${opencadre.office}") String office) {
        return Soffice.as(office);
    }

    @Bean
    @ConditionalOnProperty("opencadre.office")
    PrintedFiles printedFiles(Pdf pdf) {
        return new PrintedFiles(pdf);
    }

    @Bean
    @ConditionalOnProperty("opencadre.office")
    PrintingController printingController(Pdf pdf) {
        return new PrintingController(pdf);
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(KitProperties properties, JsonMapper json) {
        var registration =
                new FilterRegistrationBean<>(new BodyLimit(properties.bodyLimit(), properties.importLimit(), json));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    /** Also what no controller sees is refused as everything is. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTheServer() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    @Bean
    @ConditionalOnMissingBean
    DeliveryProbe deliveryProbe() {
        return DeliveryProbe.NONE;
    }

    @Bean
    SystemWork systemWork(ScopedWork work) {
        return work::asSystem;
    }

    @Bean
    OutboxRelay outboxRelay(
            DSLContext db,
            SystemWork work,
            KafkaProperties kafka,
            DeliveryProbe probe,
            KitProperties properties,
            MeterRegistry meters) {
        var producer = new KafkaProducer<>(
                OutboxRelay.settings(kafka.buildProducerProperties()),
                new StringSerializer(),
                new ByteArraySerializer());
        return new OutboxRelay(
                db, work, producer, probe, "/" + properties.service() + "-service", properties.outboxBatch(), meters);
    }

    @Bean
    Outbox outbox(DSLContext db, OutboxRelay relay) {
        return new Outbox(db, relay);
    }

    @Bean
    Inbox inbox(
            DSLContext db,
            SystemWork work,
            JsonMapper json,
            DeliveryProbe probe,
            KitProperties properties,
            KafkaProperties kafka,
            List<Subscription<?>> subscriptions,
            MeterRegistry meters) {
        var consumers = new DefaultKafkaConsumerFactory<>(
                Inbox.settings(kafka.buildConsumerProperties()), new StringDeserializer(), new ByteArrayDeserializer());
        JsonMapper tolerant = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        return new Inbox(
                db, work, tolerant, probe, properties.service() + "-service", consumers, subscriptions, meters);
    }

    @Bean
    DeliveryEndpoint deliveryEndpoint(Inbox inbox, OutboxRelay relay) {
        return new DeliveryEndpoint(inbox, relay);
    }

    @Bean
    TokenCheck tokenCheck(KitProperties properties, Clock clock) {
        return new TokenCheck(properties.issuer(), properties.service() + "-service", clock);
    }

    @Bean
    Access access(AccessContracts contracts, Grants grants, LegalDay legalDay, Clock clock) {
        return new Access(contracts, grants, legalDay::today, clock::instant);
    }

    @Bean
    JacksonModule days() {
        return Days.module();
    }

    /** Everything wants a token; what it may do is asked operation by operation, see {@link Access}. */
    @Bean
    SecurityFilterChain serviceSecurity(HttpSecurity http, TokenCheck tokens, JsonMapper json) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, e) -> {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.getWriter()
                    .write(json.writeValueAsString(
                            Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", List.of(), request)));
        };
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/api/**")
                        .authenticated()
                        // Only the management port, bound to loopback, serves these.
                        .requestMatchers("/actuator/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens)).authenticationEntryPoint(refuse))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    WebMvcConfigurer kitWeb(Access access) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(access).addPathPatterns("/api/**");
                registry.addInterceptor(new ParameterCheck()).addPathPatterns("/api/**");
            }

            @Override
            public void addFormatters(FormatterRegistry formats) {
                Days.register(formats);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(access);
                resolvers.add(new PaperFormats());
            }
        };
    }
}
