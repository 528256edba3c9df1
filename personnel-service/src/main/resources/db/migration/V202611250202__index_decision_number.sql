-- A workbook of past decisions asks by number whether a paper is on record already, also under a number put right since.
CREATE INDEX decision_by_number ON decision (number);
CREATE INDEX decision_past_by_number ON decision_past (number);
