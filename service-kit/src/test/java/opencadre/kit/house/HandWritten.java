package opencadre.kit.house;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the table classes, which a generator wrote. */
public final class HandWritten implements ImportOption {

    @Override
    public boolean includes(Location location) {
        return !location.contains("/jooq/");
    }
}
