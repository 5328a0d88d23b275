-- The server works as this role: it owns nothing and row security binds it.
do $$
begin
  if not exists (select 1 from pg_roles where rolname = 'atergang_app') then
    create role atergang_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then
    raise exception 'Rollen atergang_app saknas och kan inte skapas. Kör som administratör: create role atergang_app nologin; grant atergang_app to %;', current_user;
end $$;
do $$
begin
  if not pg_has_role(current_user, 'atergang_app', 'member') then
    execute format('grant atergang_app to %I', current_user);
  end if;
end $$;

grant usage on schema app to atergang_app;
grant select on app.person, app.handelse, app.dokument, app.brevutkast, app.mottaget, app.atkomst, app.jav, app.idempotens, app.begaran, app.sedd, app.arende, app.arendevy, app.uppgift, app.tilldelning, app.vila, app.utkast to atergang_app;
grant insert on app.person, app.arende, app.arendevy, app.dokument, app.brevutkast, app.mottaget, app.atkomst, app.sedd, app.utkast to atergang_app;
grant update on app.arendevy, app.mottaget, app.utkast, app.sedd to atergang_app;
-- Enough to lock the row for a command; what is written goes through `skriv_arende`.
grant update (andrat) on app.arende to atergang_app;
grant delete on app.utkast to atergang_app;
grant usage on sequence app.arendenummer to atergang_app;
revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to atergang_app;
revoke execute on function app.synka_projektioner from atergang_app;
