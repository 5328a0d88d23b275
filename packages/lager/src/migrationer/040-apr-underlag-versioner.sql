-- What is handed in for a year is changed by handing it in again: the last one holds, and the ones before stay, with who and when (C027, C036).
alter table app.apr_underlag drop constraint apr_underlag_pkey;
alter table app.apr_underlag add column id bigint generated always as identity primary key;
alter table app.apr_underlag add column namn text not null default '';
create index apr_underlag_senaste on app.apr_underlag (slag, ar, id desc);
create trigger apr_underlag_oforanderlig before update or delete on app.apr_underlag for each row execute function app.handelse_ar_oforanderlig();
revoke update on app.apr_underlag from atergang_app;
