-- The register of caregivers (L026): name, kind and county, the same for the whole country. It grows from names that specialists
-- have looked at, as the codes of treatments do; how a name is written on a plan leads to its entry. Nothing in it is about a person.
create table app.vardgivare (
  id uuid primary key,
  namn text not null,
  typ text not null,
  lan text not null,
  registrerad date not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);
-- What the review made of a name as it was written: an entry, or left as it is (no entry).
create table app.vardgivarnamn (
  nyckel text primary key,
  vardgivare uuid references app.vardgivare(id),
  dag date not null,
  skal text not null,
  av text not null,
  av_id text not null,
  skapad timestamptz not null default clock_timestamp()
);
do $$
declare t text;
begin
  foreach t in array array['vardgivare', 'vardgivarnamn'] loop
    execute format('create trigger %I before update or delete on app.%I for each row execute function app.andras_aldrig()', t || '_oforanderlig', t);
    execute format('create trigger %I before truncate on app.%I for each statement execute function app.andras_aldrig()', t || '_tomningsfri', t);
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select, insert on app.%I to atergang_app', t);
    execute format('create policy %I on app.%I for select using (app.roll() in (''system'', ''handlaggare'', ''specialist'', ''fmr'', ''enhetschef'', ''analytiker''))', t || '_lases', t);
    execute format('create policy %I on app.%I for insert with check (app.roll() = ''specialist'' and av_id = app.anvandare())', t || '_skrivs', t);
  end loop;
end $$;

-- The caregiver's name says where a case is from: it does not leave the store for comparison.
create or replace function app.liknande_poster(p_arende uuid, p_behandling text) returns jsonb language sql stable security definer set search_path = app, pg_temp as $$
  select case when app.roll() not in ('system', 'handlaggare', 'specialist', 'fmr', 'enhetschef') then '[]'::jsonb else coalesce((
    select jsonb_agg((p.innehall - array['person', 'kon', 'lan', 'omrade', 'arbetsgivare', 'kompletteringar', 'specialist'])
             || jsonb_build_object('arende', encode(sha256(convert_to(p.arende_id::text || k.varde::text, 'UTF8')), 'hex'),
                  'avslut', case when jsonb_typeof(p.innehall -> 'avslut') = 'object' then (p.innehall -> 'avslut') - 'uppfoljning' end,
                  'behandlingar', (select jsonb_agg(b - array['beskrivning', 'uppfoljning', 'vardgivare']) from jsonb_array_elements(p.innehall -> 'behandlingar') b)))
      from app.analyspost p join app.arende a on a.id = p.arende_id cross join app.jamforelsenyckel k
     where p.forman = 'forebyggande-sjukpenning' and p.arende_id <> p_arende and not a.skyddad
       and p.innehall -> 'behandlingar' @> jsonb_build_array(jsonb_build_object('behandling', p_behandling))
       and jsonb_typeof(p.innehall -> 'planbeslut') = 'object'), '[]'::jsonb) end
$$;
