-- Who may see which rows. Deny when in doubt: without a context nothing is seen.

create function app.anvandare() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.anvandare', true), '') $$;
create function app.roll() returns text language sql stable parallel safe as $$ select coalesce(nullif(current_setting('app.roll', true), ''), 'ingen') $$;
create function app.enhet() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.enhet', true), '') $$;
create function app.person() returns uuid language sql stable parallel safe as $$ select nullif(current_setting('app.person', true), '')::uuid $$;
create function app.orgnr() returns text language sql stable parallel safe as $$ select nullif(current_setting('app.orgnr', true), '') $$;
create function app.far_se_skyddade() returns boolean language sql stable parallel safe as $$ select coalesce(current_setting('app.skyddade', true), '') = 'ja' $$;

create function app.satt_kontext(s app.session) returns void language sql as $$
  select set_config('app.anvandare', s.anvandare, true), set_config('app.roll', s.roll, true), set_config('app.enhet', s.enhet, true),
         set_config('app.person', coalesce(s.person_id::text, ''), true), set_config('app.orgnr', coalesce(s.orgnr, ''), true),
         set_config('app.skyddade', case when s.far_se_skyddade then 'ja' else '' end, true);
  select null::void;
$$;

-- Opens the context of a session for this transaction. The application role cannot read sessions otherwise.
create function app.borja(p_session bytea) returns setof app.session language plpgsql security definer set search_path = app, pg_temp as $$
declare s app.session;
begin
  select * into s from app.session where token_hash = p_session and giltig_till > now();
  if found then
    perform app.satt_kontext(s);
    return next s;
  end if;
end $$;

-- The timer and the queue act as the system: all cases, no person behind.
create function app.borja_som_systemet() returns void language sql as $$
  select set_config('app.anvandare', 'system', true), set_config('app.roll', 'system', true), set_config('app.enhet', '', true), set_config('app.person', '', true), set_config('app.orgnr', '', true), set_config('app.skyddade', 'ja', true);
  select null::void;
$$;

-- These two look past row security, so that the rule of the case does not lean on rules that lean on the case.
create function app.fmr_tillfragad(p_arende uuid) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select 1 from app.uppgift where arende_id = p_arende and roll = 'fmr') $$;
create function app.ar_javig(p_arende uuid, p_anvandare text) returns boolean language sql stable security definer set search_path = app, pg_temp as $$
  select exists (select 1 from app.jav where arende_id = p_arende and anvandare = p_anvandare) $$;

alter table app.arende enable row level security;
create policy arende_syns on app.arende for select using (
  case app.roll()
    when 'system' then true
    when 'forsakrad' then person_id = app.person()
    when 'handlaggare' then enhet = app.enhet()
    when 'specialist' then enhet = app.enhet()
    when 'enhetschef' then enhet = app.enhet()
    when 'fmr' then app.fmr_tillfragad(id)
    else false
  end
  and (app.roll() in ('system', 'forsakrad') or (
    -- own case, and a person with protected identity
    (app.person() is null or person_id <> app.person())
    and (app.far_se_skyddade() or not skyddad)
    and not app.ar_javig(id, app.anvandare())
  ))
);
create policy arende_skrivs on app.arende for insert with check (app.roll() in ('system'));
-- Locking the row for a command is an update; what is written goes through `skriv_arende`.
create policy arende_lases_for_kommando on app.arende for update using (app.roll() <> 'ingen');

-- What belongs to a case is seen with the case.
do $$
declare t text;
begin
  foreach t in array array['handelse', 'arendevy', 'tilldelning', 'vila', 'brevutkast', 'uppgift', 'sedd'] loop
    execute format('alter table app.%I enable row level security', t);
  end loop;
  foreach t in array array['handelse', 'arendevy', 'tilldelning', 'vila', 'brevutkast', 'sedd'] loop
    execute format('create policy %I on app.%I using (exists (select 1 from app.arende a where a.id = %I.arende_id))', t || '_med_arendet', t, t);
  end loop;
end $$;
create policy uppgift_med_arendet on app.uppgift for select using (exists (select 1 from app.arende a where a.id = uppgift.arende_id));

alter table app.dokument enable row level security;
create policy dokument_lases on app.dokument for select using (
  case when arende_id is not null then exists (select 1 from app.arende a where a.id = arende_id) else app.roll() = 'system' or person_id = app.person() end
);
create policy dokument_skrivs on app.dokument for insert with check (app.roll() <> 'ingen');

alter table app.person enable row level security;
create policy person_lases on app.person for select using (
  app.roll() = 'system' or id = app.person() or (app.roll() in ('handlaggare', 'specialist', 'enhetschef', 'fmr') and exists (select 1 from app.arende a where a.person_id = person.id))
);
create policy person_skrivs on app.person for insert with check (app.roll() in ('system'));

alter table app.utkast enable row level security;
create policy utkast_egna on app.utkast using (anvandare = app.anvandare());

alter table app.begaran enable row level security;
create policy begaran_egna on app.begaran using (
  case app.roll() when 'system' then true when 'arbetsgivare' then till = 'arbetsgivare' and orgnr = app.orgnr() when 'samverkansansvarig' then till = 'arbetsgivare' else exists (select 1 from app.arende a where a.id = arende_id) end
);

alter table app.mottaget enable row level security;
create policy mottaget_lases on app.mottaget for select using (app.roll() = 'system' or app.roll() in ('handlaggare', 'specialist', 'enhetschef'));
create policy mottaget_skrivs on app.mottaget for insert with check (app.roll() <> 'ingen');
create policy mottaget_andras on app.mottaget for update using (app.roll() in ('system', 'handlaggare', 'specialist'));

alter table app.idempotens enable row level security;
create policy idempotens_egna on app.idempotens using (anvandare = app.anvandare());

alter table app.jav enable row level security;
create policy jav_egna on app.jav for select using (anvandare = app.anvandare() or app.roll() in ('system', 'enhetschef'));

alter table app.atkomst enable row level security;
create policy atkomst_skrivs on app.atkomst for insert with check (anvandare = app.anvandare());
create policy atkomst_lases on app.atkomst for select using (app.roll() = 'system' or (app.roll() = 'forsakrad' and person_id = app.person()) or (app.roll() = 'enhetschef' and exists (select 1 from app.arende a where a.id = atkomst.arende_id)));
