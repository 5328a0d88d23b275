-- Knowledge that officers share: questions with answers, guidance documents, what has been done about the audit's
-- recommendations (H019, H021, K026–K027). No person in any of it; nothing once written is changed or taken away.

-- A question about method, routine or application of the rules.
create table app.kunskapsfraga (
  id uuid primary key,
  rubrik text not null,
  fraga text not null,
  kategori text not null check (kategori in ('metod', 'rutin', 'tillampning')),
  forman text not null,
  behandling text,
  lagrum text[] not null,
  dag date not null,
  av text not null,
  av_id text not null,
  enhet text not null,
  skapad timestamptz not null default clock_timestamp()
);
create index kunskapsfraga_lagrum on app.kunskapsfraga using gin (lagrum);

-- An answer; the highest version is the one that holds, and those before it stay to be read.
create table app.kunskapssvar (
  fraga uuid not null references app.kunskapsfraga(id),
  version integer not null check (version > 0),
  svar text not null,
  lagrum text[] not null,
  vagledningar text[] not null,
  skal text check (version = 1 or skal is not null),
  dag date not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp(),
  primary key (fraga, version)
);
create index kunskapssvar_lagrum on app.kunskapssvar using gin (lagrum);

-- One row each time an answer is opened from a case, and one for each colleague it has helped. Which case is not kept.
create table app.kunskapsanvandning (
  id bigint generated always as identity primary key,
  fraga uuid not null references app.kunskapsfraga(id),
  version integer not null,
  slag text not null check (slag in ('arende', 'hjalpte')),
  dag date not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp(),
  foreign key (fraga, version) references app.kunskapssvar (fraga, version)
);
create index kunskapsanvandning_fraga on app.kunskapsanvandning (fraga);
create unique index kunskapsanvandning_hjalpte on app.kunskapsanvandning (fraga, version, av_id) where slag = 'hjalpte';

-- A version of a guidance document: name, days and where it is known from. Never its text.
create table app.vagledning (
  id text primary key,
  beteckning text,
  titel text not null,
  version text,
  beslutad date,
  galler_from date,
  galler_tom date,
  kalla text not null,
  anmarkning text,
  lagrum text[] not null,
  av text not null,
  av_id text not null,
  registrerad date not null,
  skapad timestamptz not null default clock_timestamp(),
  check (galler_tom is null or galler_from is null or galler_from <= galler_tom)
);
create index vagledning_lagrum on app.vagledning using gin (lagrum);

-- What is done about a recommendation, from when and until when.
create table app.rekommendationsatgard (
  id uuid primary key,
  rekommendation text not null,
  text text not null,
  fran date not null,
  tom date,
  dag date not null,
  av text not null,
  av_id text not null,
  enhet text,
  skapad timestamptz not null default clock_timestamp(),
  check (tom is null or fran <= tom)
);

do $$
declare t text;
begin
  foreach t in array array['kunskapsfraga', 'kunskapssvar', 'kunskapsanvandning', 'vagledning', 'rekommendationsatgard'] loop
    execute format('create trigger %I before update or delete on app.%I for each row execute function app.andras_aldrig()', t || '_oforanderlig', t);
    execute format('create trigger %I before truncate on app.%I for each statement execute function app.andras_aldrig()', t || '_tomningsfri', t);
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select, insert on app.%I to atergang_app', t);
    execute format('create policy %I on app.%I for select using (app.roll() in (''system'', ''handlaggare'', ''specialist'', ''fmr'', ''enhetschef'', ''analytiker''))', t || '_lases', t);
  end loop;
  -- Whoever handles cases or leads them may ask and use; each signs as themselves.
  foreach t in array array['kunskapsfraga', 'kunskapsanvandning'] loop
    execute format('create policy %I on app.%I for insert with check (app.roll() in (''handlaggare'', ''specialist'', ''fmr'', ''enhetschef'') and av_id = app.anvandare())', t || '_skrivs', t);
  end loop;
  -- The specialists of the country answer, and keep the register of documents.
  foreach t in array array['kunskapssvar', 'vagledning'] loop
    execute format('create policy %I on app.%I for insert with check (app.roll() = ''specialist'' and av_id = app.anvandare())', t || '_skrivs', t);
  end loop;
end $$;
create policy rekommendationsatgard_skrivs on app.rekommendationsatgard for insert with check (app.roll() = 'enhetschef' and av_id = app.anvandare());

-- One answer at a time to a question: its version is one more than the last.
create function app.las_fragan(p_fraga uuid) returns void language sql as $$ select pg_advisory_xact_lock(727190154, hashtext(p_fraga::text)) $$;
revoke execute on function app.las_fragan from public;
grant execute on function app.las_fragan to atergang_app;
