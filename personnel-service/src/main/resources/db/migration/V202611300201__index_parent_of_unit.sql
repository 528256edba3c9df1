-- A box of the organisation chart asks for what stands directly below it, and the end of a unit whether anything does.
CREATE INDEX ON unit (parent_id);
