-- Somebody is looked for by the beginning of the number of their dossier.
CREATE INDEX file_number_beginning ON file_number (upper(number) text_pattern_ops);
