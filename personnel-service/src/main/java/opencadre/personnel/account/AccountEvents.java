package opencadre.personnel.account;

import opencadre.kit.access.Grants;

/** Tells others of an account's grants. */
public interface AccountEvents {

    void changed(Grants.Account account);
}
