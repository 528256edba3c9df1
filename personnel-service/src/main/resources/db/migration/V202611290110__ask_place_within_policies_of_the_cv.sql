-- The tables of the CV are read for many people at once where they are counted: their policies ask about place in the
-- statement, as those of the other tables about people do, and not by a function that runs anew for each row.
ALTER POLICY cv_in_reach ON cv
    USING ((SELECT is_system()) OR EXISTS (SELECT FROM place WHERE place.person_id = cv.person_id OFFSET 0));
ALTER POLICY cv_entry_in_reach ON cv_entry
    USING ((SELECT is_system())
        OR (class_open(class) AND EXISTS (SELECT FROM place WHERE place.person_id = cv_entry.person_id OFFSET 0)));
ALTER POLICY cv_entry_past_in_reach ON cv_entry_past
    USING ((SELECT is_system())
        OR (class_open(class) AND EXISTS (SELECT FROM place WHERE place.person_id = cv_entry_past.person_id OFFSET 0)));
ALTER POLICY certificate_copy_in_reach ON certificate_copy
    USING ((SELECT is_system()) OR EXISTS (SELECT FROM place WHERE place.person_id = certificate_copy.person_id OFFSET 0));
