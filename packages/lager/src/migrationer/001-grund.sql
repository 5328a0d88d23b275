-- The floor: people, cases with their journal, projections for lists, documents, sessions, access log.
-- Row security is on from the first migration; every policy reads the context that `borja` sets.

create schema app;

create table app.person (
  id uuid primary key,
  personnummer text not null unique,
  fornamn text not null,
  efternamn text not null,
  fodd date not null,
  adress text[] not null default '{}',
  lan text not null default '',
  skyddad boolean not null default false,
  skapad timestamptz not null default now()
);

-- A session holds who the person is while signed in. Only its hash is stored.
create table app.session (
  token_hash bytea primary key,
  anvandare text not null,
  namn text not null,
  roll text not null,
  enhet text not null default '',
  person_id uuid references app.person(id),
  orgnr text,
  far_se_skyddade boolean not null default false,
  skapad timestamptz not null default now(),
  giltig_till timestamptz not null
);
create index session_giltig on app.session (giltig_till);

create table app.arende (
  id uuid primary key,
  nummer text not null unique,
  person_id uuid not null references app.person(id),
  forman text not null,
  enhet text not null,
  version integer not null,
  huvud bytea not null,
  lage jsonb not null,
  status text not null,
  sammanfattning jsonb not null,
  kedjedag integer not null default 0,
  nasta_datum date,
  nasta_laglig date,
  inlett date not null,
  skyddad boolean not null,
  andrat timestamptz not null default now()
) with (fillfactor = 70);
create index arende_person on app.arende (person_id);
create index arende_enhet on app.arende (enhet, status);
create index arende_vackning on app.arende (nasta_datum) where nasta_datum is not null;

-- The journal: append-only, each event chained to the one before.
create table app.handelse (
  arende_id uuid not null references app.arende(id) deferrable initially deferred,
  nr integer not null,
  tid timestamptz not null,
  dag date not null,
  aktor jsonb not null,
  data jsonb not null,
  kedja bytea not null,
  primary key (arende_id, nr)
);

create function app.handelse_ar_oforanderlig() returns trigger language plpgsql as $$
begin
  raise exception 'Journalen ändras eller tas aldrig bort.' using errcode = 'restrict_violation';
end $$;
create trigger handelse_oforanderlig before update or delete on app.handelse for each row execute function app.handelse_ar_oforanderlig();
create trigger handelse_tomningsfri before truncate on app.handelse for each statement execute function app.handelse_ar_oforanderlig();

-- The case page of one day, packed. Rebuilt whenever version or day has moved on.
create table app.arendevy (
  arende_id uuid primary key references app.arende(id),
  version integer not null,
  dag date not null,
  innehall bytea not null
) with (fillfactor = 70);
alter table app.arendevy alter column innehall set storage external;

-- Open and finished work, derived from the case; finished rows are kept.
create table app.uppgift (
  arende_id uuid not null references app.arende(id),
  nyckel text not null,
  underlag text not null,
  kod text not null,
  roll text not null,
  enhet text not null,
  rubrik text not null,
  varfor_nu text not null,
  senast date,
  lagrum text not null,
  inte_for text[] not null default '{}',
  oppnad timestamptz not null,
  avslutad timestamptz,
  primary key (arende_id, nyckel, underlag)
);
create index uppgift_oppen on app.uppgift (enhet, roll, senast) where avslutad is null;

create table app.tilldelning (
  arende_id uuid not null references app.arende(id),
  roll text not null,
  anvandare text not null,
  namn text not null,
  sedan date not null,
  primary key (arende_id, roll)
);
create index tilldelning_anvandare on app.tilldelning (anvandare);

create table app.vila (
  arende_id uuid not null references app.arende(id),
  roll text not null,
  till date not null,
  skal text not null,
  primary key (arende_id, roll)
);

create table app.jav (
  arende_id uuid not null references app.arende(id),
  anvandare text not null,
  primary key (arende_id, anvandare)
);

-- What has been asked of others: of an employer this is all the employer may see.
create table app.begaran (
  begaran_id uuid primary key,
  arende_id uuid not null references app.arende(id),
  till text not null,
  orgnr text,
  typ text not null,
  rubrik text not null,
  fragor jsonb not null,
  person_namn text not null,
  skickad date not null,
  senast date not null,
  besvarad date,
  aterkallad date
);
create index begaran_orgnr on app.begaran (orgnr);

create table app.dokument (
  id uuid primary key,
  arende_id uuid references app.arende(id) deferrable initially deferred,
  person_id uuid references app.person(id),
  medietyp text not null,
  sha256 bytea not null,
  storlek integer not null,
  innehall bytea not null,
  skapad timestamptz not null default now()
);
create index dokument_arende on app.dokument (arende_id);
alter table app.dokument alter column innehall set storage external;

-- A letter as previewed: its content decides which bytes are sent. Becomes a document when it is used.
create table app.brevutkast (
  id uuid primary key,
  arende_id uuid not null references app.arende(id),
  innehall_sha256 bytea not null,
  innehall jsonb not null,
  pdf bytea not null,
  pdf_sha256 bytea not null,
  skapad timestamptz not null default now(),
  av text not null,
  unique (arende_id, innehall_sha256)
);
alter table app.brevutkast alter column pdf set storage external;

-- Drafts save themselves: an answer being written, an application being filled in.
create table app.utkast (
  anvandare text not null,
  nyckel text not null,
  arende_id uuid references app.arende(id),
  innehall jsonb not null,
  andrat timestamptz not null default now(),
  primary key (anvandare, nyckel)
);

-- Files that came in: everything received is kept, also what could not be read.
create table app.mottaget (
  id uuid primary key,
  kanal text not null,
  filnamn text not null default '',
  sha256 bytea not null,
  innehall bytea not null,
  problem jsonb,
  arende_id uuid references app.arende(id) deferrable initially deferred,
  enhet text not null default '',
  tid timestamptz not null default now(),
  avskrivet timestamptz
);
create index mottaget_problem on app.mottaget (tid) where problem is not null and avskrivet is null;

-- Every look at a person's data: who, why, what.
create table app.atkomst (
  id bigint generated always as identity primary key,
  tid timestamptz not null default clock_timestamp(),
  anvandare text not null,
  namn text not null,
  roll text not null,
  person_id uuid,
  arende_id uuid,
  vad text not null
);
create index atkomst_person on app.atkomst (person_id, tid);
create trigger atkomst_oforanderlig before update or delete on app.atkomst for each row execute function app.handelse_ar_oforanderlig();

-- What an officer had seen last time: ”what changed since”.
create table app.sedd (
  anvandare text not null,
  arende_id uuid not null references app.arende(id),
  version integer not null,
  tid timestamptz not null default now(),
  primary key (anvandare, arende_id)
);

-- The same request twice gives the same answer once.
create table app.idempotens (
  anvandare text not null,
  nyckel text not null,
  svar jsonb not null,
  tid timestamptz not null default now(),
  primary key (anvandare, nyckel)
);

create sequence app.arendenummer;
