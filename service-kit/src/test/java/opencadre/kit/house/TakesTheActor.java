package opencadre.kit.house;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import opencadre.kit.access.Actor;

/** An operation has the actor among its parameters. */
final class TakesTheActor extends ArchCondition<JavaMethod> {

    TakesTheActor() {
        super("take the actor");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean told = method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Actor.class));
        events.add(new SimpleConditionEvent(
                method, told, method.getFullName() + (told ? " takes the actor" : " is not told who asks")));
    }
}
