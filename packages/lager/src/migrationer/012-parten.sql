-- The party of a case is a person or an employer, and an officer may work with some benefits only.

create table app.arbetsgivare (
  orgnr text primary key,
  namn text not null,
  adress text[] not null default '{}',
  lan text not null default '',
  skapad timestamptz not null default now()
);

alter table app.arende alter column person_id drop not null;
alter table app.arende add column orgnr text references app.arbetsgivare(orgnr);
-- What sets a case apart from the party's other cases of the benefit: a year, a plan; empty when there can be but one.
alter table app.arende add column sak text not null default '';
alter table app.arende add constraint arende_en_part check ((person_id is null) <> (orgnr is null));
create index arende_orgnr on app.arende (orgnr) where orgnr is not null;

alter table app.session add column formaner text[] not null default '{}';

drop policy arende_syns on app.arende;
create policy arende_syns on app.arende for select using (
  case app.roll()
    when 'system' then true
    when 'forsakrad' then person_id = app.person()
    when 'arbetsgivare' then orgnr = app.orgnr()
    when 'handlaggare' then enhet = app.enhet()
    when 'specialist' then enhet = app.enhet()
    when 'enhetschef' then enhet = app.enhet()
    when 'fmr' then app.fmr_tillfragad(id)
    else false
  end
  and (app.roll() in ('system', 'forsakrad', 'arbetsgivare') or (
    -- own case, and a person with protected identity
    (app.person() is null or person_id is distinct from app.person())
    and (app.far_se_skyddade() or not skyddad)
    and not app.ar_javig(id, app.anvandare())
  ))
);

-- A sole trader's organisation number is a personnummer: an employer is seen with its cases, never by itself.
alter table app.arbetsgivare enable row level security;
create policy arbetsgivare_lases on app.arbetsgivare for select using (
  app.roll() = 'system' or orgnr = app.orgnr() or (app.roll() in ('handlaggare', 'specialist', 'enhetschef', 'fmr') and exists (select 1 from app.arende a where a.orgnr = arbetsgivare.orgnr))
);
create policy arbetsgivare_skrivs on app.arbetsgivare for insert with check (app.roll() in ('system'));
grant select, insert on app.arbetsgivare to atergang_app;

create or replace function app.satt_kontext(s app.session) returns void language plpgsql as $$
begin
  perform set_config('app.anvandare', s.anvandare, true), set_config('app.roll', s.roll, true), set_config('app.enhet', s.enhet, true),
          set_config('app.person', coalesce(s.person_id::text, ''), true), set_config('app.orgnr', coalesce(s.orgnr, ''), true),
          set_config('app.skyddade', case when s.far_se_skyddade then 'ja' else '' end, true), set_config('app.formaner', array_to_string(s.formaner, ' '), true);
end $$;

-- The benefits the officer works with; none named means all.
create function app.arbetar_med(p_forman text) returns boolean language sql stable as $$
  select coalesce(current_setting('app.formaner', true), '') = '' or p_forman = any (string_to_array(current_setting('app.formaner', true), ' ')) $$;

create or replace function app.valj_nasta(p_roll text, p_dag date) returns uuid language sql as $$
  select a.id from app.arende a
    join lateral (select min(u.senast) as senast, min(u.oppnad) as oppnad, bool_or(app.anvandare() = any (u.inte_for)) as inte_jag from app.uppgift u
                   where u.arende_id = a.id and u.avslutad is null and u.roll = p_roll) u on u.oppnad is not null and not u.inte_jag
   where a.status = 'kraver'
     and app.arbetar_med(a.forman)
     and not exists (select 1 from app.tilldelning t where t.arende_id = a.id and t.roll = p_roll)
     and not exists (select 1 from app.vila v where v.arende_id = a.id and v.roll = p_roll and v.till > p_dag)
   order by least(u.senast, a.nasta_laglig) nulls last,
            case a.sammanfattning #>> '{kannetecken,klass}' when 'samordning' then 0 when 'utredning' then 1 else 2 end, u.oppnad, a.id
   limit 1
   for update of a skip locked;
$$;

drop function app.skapa_session(bytea, text, text, text, text, uuid, text, boolean, integer);
create function app.skapa_session(p_hash bytea, p_anvandare text, p_namn text, p_roll text, p_enhet text, p_person uuid, p_orgnr text, p_skyddade boolean, p_formaner text[], p_timmar integer) returns void
language sql security definer set search_path = app, pg_temp as $$
  delete from app.session where giltig_till < now();
  insert into app.session (token_hash, anvandare, namn, roll, enhet, person_id, orgnr, far_se_skyddade, formaner, giltig_till)
    values (p_hash, p_anvandare, p_namn, p_roll, p_enhet, p_person, p_orgnr, p_skyddade, p_formaner, now() + make_interval(hours => p_timmar));
$$;

revoke execute on function app.arbetar_med, app.skapa_session from public;
grant execute on function app.arbetar_med, app.skapa_session to atergang_app;
