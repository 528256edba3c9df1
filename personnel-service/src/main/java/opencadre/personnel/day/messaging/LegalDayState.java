package opencadre.personnel.day.messaging;

import java.time.Instant;
import java.time.LocalDate;

/** {@code personnel.legal-day.v1}, see {@code contracts/personnel/events}. */
record LegalDayState(LocalDate day, long revision, Instant recordedAt) {}
