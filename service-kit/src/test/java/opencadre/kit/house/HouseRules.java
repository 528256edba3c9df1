package opencadre.kit.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The walls inside a service: {@code <feature>} speaks the language of the field, {@code rule} knows nothing but facts,
 * {@code web}, {@code data} and {@code messaging} are its doors. Each is seen red in {@code HouseRulesTest}.
 */
public final class HouseRules {

    private static final String[] DOORS = {
        "..web..", "..data..", "..messaging..", "..keycloak..", "..config..", "..replica.."
    };

    /** A feature's own package: neither a door nor rules, nor the service's root where Spring begins. */
    private static final DescribedPredicate<JavaClass> FEATURE = resideInAPackage("opencadre.*.*")
            .and(not(resideInAnyPackage(DOORS)))
            .and(not(resideInAnyPackage("..jooq..", "opencadre.kit..")))
            .as("features");

    /** The words of a field do not depend on how they travel or are kept. */
    @ArchTest
    public static final ArchRule FEATURES_KNOW_NO_DOOR = noClasses()
            .that(FEATURE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "opencadre.*.*.web..",
                    "opencadre.*.*.data..",
                    "opencadre.*.*.messaging..",
                    "opencadre.*.*.keycloak..",
                    "opencadre.kit.web..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.jdbc..",
                    "org.springframework.kafka..",
                    "org.apache.kafka..",
                    "org.jooq..",
                    "tools.jackson..",
                    "com.fasterxml.jackson..",
                    "jakarta.servlet..",
                    "org.keycloak.."));

    /** A rule is a pure function: its facts come in as values, so it can be read beside the article it stands for. */
    @ArchTest
    public static final ArchRule RULES_KNOW_ONLY_FACTS = classes()
            .that()
            .resideInAPackage("opencadre.*.*.rule..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..", "org.jspecify..", "opencadre.*.*.rule..", "opencadre.kit.rule..", "opencadre.kit.time.."))
            .allowEmptyShould(true);

    /** A page does not reach past its feature. */
    @ArchTest
    public static final ArchRule WEB_GOES_THROUGH_ITS_FEATURE = noClasses()
            .that()
            .resideInAPackage("opencadre.*.*.web..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "opencadre.*.*.data..", "opencadre.*.*.messaging..", "opencadre.*.jooq..", "org.jooq.."))
            .allowEmptyShould(true);

    /** Storage answers its feature and nobody else. */
    @ArchTest
    public static final ArchRule DATA_SERVES_ITS_FEATURE = noClasses()
            .that()
            .resideInAPackage("opencadre.*.*.data..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("opencadre.*.*.web..", "opencadre.*.*.messaging.."))
            .allowEmptyShould(true);

    /** What others are told comes from the feature, not from rows or requests. */
    @ArchTest
    public static final ArchRule MESSAGING_SERVES_ITS_FEATURE = noClasses()
            .that()
            .resideInAPackage("opencadre.*.*.messaging..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("opencadre.*.*.web..", "opencadre.*.*.data.."))
            .allowEmptyShould(true);

    /** What is behind a door is nobody else's to build on. */
    @ArchTest
    public static final ArchRule DOORS_ARE_NOT_PUBLIC = classes()
            .that()
            .resideInAnyPackage(
                    "opencadre.*.*.web..", "opencadre.*.*.data..", "opencadre.*.*.messaging..", "opencadre.*.replica..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    /** A copy is written by its own listener; others read its tables. */
    @ArchTest
    public static final ArchRule COPIES_ARE_WRITTEN_BY_THEIR_LISTENER = noClasses()
            .that()
            .resideOutsideOfPackage("opencadre.*.replica..")
            .should()
            .dependOnClassesThat(resideInAPackage("opencadre.*.replica.."));

    /** Features may use each other one way. */
    @ArchTest
    public static final ArchRule FEATURES_HAVE_NO_CYCLES =
            slices().matching("opencadre.*.(*)..").should().beFreeOfCycles();

    /** What a class needs stands in its constructor. */
    @ArchTest
    public static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);

    /** Time comes from the Clock or the legal day, so that it can be another in a test and in the demo. */
    @ArchTest
    public static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(new DescribedPredicate<JavaMethodCall>("it asks the machine for the time") {
                @Override
                public boolean test(JavaMethodCall call) {
                    AccessTarget.MethodCallTarget target = call.getTarget();
                    return target.getOwner().getPackageName().equals("java.time")
                            && target.getName().equals("now")
                            && target.getRawParameterTypes().isEmpty();
                }
            });

    /** A name says what a thing is. */
    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_A_THING_IS =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|DTO|Dto)");

    /** A use case is told who asks. */
    @ArchTest
    public static final ArchRule OPERATIONS_ARE_TOLD_WHO_ASKS = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(RestController.class)
            .and()
            .doNotHaveModifier(JavaModifier.PRIVATE)
            .and()
            .areMetaAnnotatedWith(org.springframework.web.bind.annotation.RequestMapping.class)
            .should(new TakesTheActor())
            .allowEmptyShould(true);

    /** An answer is of one moment. */
    @ArchTest
    public static final ArchRule ANSWERS_ARE_OF_ONE_MOMENT = methods()
            .that()
            .areAnnotatedWith(GetMapping.class)
            .should(new ReadsOneMoment())
            .allowEmptyShould(true);

    private HouseRules() {}
}
