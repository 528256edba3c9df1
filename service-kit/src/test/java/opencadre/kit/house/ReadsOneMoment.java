package opencadre.kit.house;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import opencadre.kit.access.ScopedWork;

/** An operation that only reads does so with {@link ScopedWork#read}, whose statements see one moment. */
final class ReadsOneMoment extends ArchCondition<JavaMethod> {

    ReadsOneMoment() {
        super("read one moment");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getMethodCallsFromSelf().stream()
                .filter(call -> call.getTargetOwner().isEquivalentTo(ScopedWork.class)
                        && call.getName().equals("as"))
                .forEach(call -> events.add(SimpleConditionEvent.violated(method, call.getDescription())));
    }
}
