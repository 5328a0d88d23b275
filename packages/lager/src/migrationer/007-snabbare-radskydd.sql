-- The same functions as before in a language that keeps its plans: they run for every row that is looked at,
-- and a case page spent half its time in the database on planning them anew.

create or replace function app.satt_kontext(s app.session) returns void language plpgsql as $$
begin
  perform set_config('app.anvandare', s.anvandare, true), set_config('app.roll', s.roll, true), set_config('app.enhet', s.enhet, true),
          set_config('app.person', coalesce(s.person_id::text, ''), true), set_config('app.orgnr', coalesce(s.orgnr, ''), true),
          set_config('app.skyddade', case when s.far_se_skyddade then 'ja' else '' end, true);
end $$;

create or replace function app.borja_som_systemet() returns void language plpgsql as $$
begin
  perform set_config('app.anvandare', 'system', true), set_config('app.roll', 'system', true), set_config('app.enhet', '', true), set_config('app.person', '', true), set_config('app.orgnr', '', true), set_config('app.skyddade', 'ja', true);
end $$;

create or replace function app.fmr_tillfragad(p_arende uuid) returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return exists (select 1 from app.uppgift where arende_id = p_arende and roll = 'fmr');
end $$;

create or replace function app.ar_javig(p_arende uuid, p_anvandare text) returns boolean language plpgsql stable security definer set search_path = app, pg_temp as $$
begin
  return exists (select 1 from app.jav where arende_id = p_arende and anvandare = p_anvandare);
end $$;
