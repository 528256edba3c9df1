-- What a transaction knows of the one who asks. Every setting is transaction-local; without them nothing is visible.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- The fence values that the actor reaches, see place.fence. Empty when nothing was set: fails closed.
CREATE FUNCTION reach() RETURNS int8multirange
    STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(nullif(current_setting('opencadre.reach', true), ''), '{}')::int8multirange;

-- The legal day of the request; in the far past when nothing was set, when no place is open.
CREATE FUNCTION legal_day() RETURNS date
    STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(nullif(current_setting('opencadre.legal_day', true), ''), '0001-01-01')::date;

CREATE FUNCTION actor() RETURNS text
    STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(current_setting('opencadre.actor', true), '');

-- Work of the service itself (relay, inbox), never of a person's request.
CREATE FUNCTION is_system() RETURNS boolean
    STABLE PARALLEL SAFE LANGUAGE sql
    RETURN coalesce(current_setting('opencadre.system', true), '') = 'on';

-- Lower case, composed, without accents: 'Đặng' and 'đặng' both give 'dang'.
CREATE FUNCTION fold(word text) RETURNS text
    IMMUTABLE STRICT PARALLEL SAFE LANGUAGE sql
    AS $$ SELECT lower(unaccent('unaccent'::regdictionary, normalize(word, NFC))) $$;
