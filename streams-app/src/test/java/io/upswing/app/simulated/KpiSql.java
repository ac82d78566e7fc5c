package io.upswing.app.simulated;

import java.util.List;

/** The statements of the {@link TruthDatabase}. Days are epoch days. */
final class KpiSql {
    static final String TABLES = """
            create table deal_change(recorded, deal, version, occurred, event, status, amount, currency, created, closed,
                owner, credits);
            create table activity_change(recorded, activity, version, occurred, event, kind, status, happened, happened_at,
                logged, logged_at, owner, deal, channel);
            create table rep_change(recorded, rep, version, occurred, event, effective, retracted, team, region, hired, leaves);
            create table quota_change(recorded, rep, version, occurred, event, period, start, effective, retracted, amount);
            create table setting(currency);
            create table credit_part(text, place, rep, points, primary key(text, place));
            create table today(day, month, quarter);
            create table win(id, first);

            create table deal_value(deal, field, ord, recorded, value, primary key(deal, field, ord)) without rowid;
            create table activity_value(activity, field, ord, recorded, value, primary key(activity, field, ord))
                without rowid;

            create table deal_field(deal, field, value, ord, primary key(deal, field)) without rowid;
            create table standing(deal primary key, status, amount, held, created, closed, owner, credits);
            create table credit(deal, rep, points, leads, primary key(deal, rep));
            create table part(deal, rep, amount, primary key(deal, rep));
            create table activity_field(activity, field, value, ord, primary key(activity, field)) without rowid;
            create table done(rep, day, kind, channel, delay);
            create table member(rep, subject, since, until);
            create index member_of on member(rep);
            create table quota(rep, win, amount);
            create table latest(subject primary key, last);
            create table event(rep, day, created default 0, won default 0, lost default 0, revenue default 0,
                sized default 0, held default 0, cycle);
            create table spell(rep, since, until, deals, amount, held);
            create table flow(subject, win, created, won, lost, revenue, sized, held);
            create table sample(subject, win, kpi, value);
            create index sample_of on sample(kpi, subject, win, value);
            """;

    /**
     * Fields one by one, in the source's order: by version, then time, then event id. Who has no versions has none in any
     * row.
     */
    static final String LOADED = """
            create table ranked as select *, dense_rank() over (
                partition by deal order by iif(version = '-', 0, version), occurred, event) as ord from deal_change;
            insert into deal_value
                select deal, 'status', ord, recorded, status from ranked where status is not null
                union all select deal, 'amount', ord, recorded, amount from ranked where amount is not null
                union all select deal, 'currency', ord, recorded, currency from ranked where currency is not null
                union all select deal, 'created', ord, recorded, created from ranked where created is not null
                union all select deal, 'closed', ord, recorded, closed from ranked where closed is not null
                union all select deal, 'owner', ord, recorded, owner from ranked where owner is not null
                union all select deal, 'credits', ord, recorded, credits from ranked where credits is not null;
            drop table ranked;
            create table ranked as select *, dense_rank() over (
                partition by activity order by iif(version = '-', 0, version), occurred, event) as ord from activity_change;
            insert into activity_value
                select activity, 'kind', ord, recorded, kind from ranked where kind is not null
                union all select activity, 'status', ord, recorded, status from ranked where status is not null
                union all select activity, 'happened', ord, recorded, happened from ranked where happened is not null
                union all select activity, 'happened_at', ord, recorded, happened_at from ranked where happened_at is not null
                union all select activity, 'logged', ord, recorded, logged from ranked where logged is not null
                union all select activity, 'logged_at', ord, recorded, logged_at from ranked where logged_at is not null
                union all select activity, 'owner', ord, recorded, owner from ranked where owner is not null
                union all select activity, 'channel', ord, recorded, channel from ranked where channel is not null;
            drop table ranked;
            """;

    /** What stood in CRM and HR system, as far as it had been told up to today. */
    static final String KNOWN = """
            -- SQLite takes the other columns from the row that has the maximum.
            delete from deal_field;
            insert into deal_field select deal, field, nullif(value, '-'), max(ord)
                from deal_value, today where recorded <= day group by deal, field;

            delete from standing;
            insert into standing(deal, status, amount, held, created, closed, owner, credits)
                select deal, max(iif(field = 'status', value, null)) as status,
                    max(iif(field = 'amount', value, null)) as amount,
                    max(iif(field = 'amount', value, null)) is not null
                        and coalesce(max(iif(field = 'currency', value, null)), (select currency from setting))
                            <> (select currency from setting),
                    max(iif(field = 'created', value, null)), max(iif(field = 'closed', value, null)),
                    max(iif(field = 'owner', value, null)), max(iif(field = 'credits', value, null))
                from deal_field group by deal having status in ('OPEN', 'WON', 'LOST');

            -- The credit for a closed deal: whoever owned it when the present spell of won or lost began.
            with history as (select v.deal, v.ord, v.value, s.status from standing s
                    join deal_value v on v.field = 'status' and v.deal = s.deal, today
                    where v.recorded <= day and s.status in ('WON', 'LOST')),
                other as (select deal, max(ord) as last from history where value <> status group by deal),
                began as (select deal, min(ord) as first from history left join other using (deal)
                    where ord > coalesce(last, 0) group by deal),
                owned as (select b.deal, nullif(v.value, '-') as owner, max(v.ord) from began b
                    join deal_value v on v.field = 'owner' and v.deal = b.deal, today
                    where v.recorded <= day and v.ord <= b.first group by b.deal)
            update standing set owner = (select owner from owned where owned.deal = standing.deal)
                where status in ('WON', 'LOST');

            delete from credit;
            insert into credit select deal, rep, points, row_number() over (partition by deal order by place) = 1 from (
                select s.deal, c.rep, sum(c.points) as points, min(c.place) as place
                    from standing s join credit_part c on c.text = s.credits group by s.deal, c.rep
                union all select deal, coalesce(owner, 'unassigned'), 10000, 0 from standing where credits is null);

            -- Money by shares: what is left over goes to the largest remainders, ties by rep.
            delete from part;
            insert into part select deal, rep, iif(amount < 0, -1, 1) * (whole + (
                row_number() over (partition by deal order by rest desc, rep)
                    <= abs(amount) - sum(whole) over (partition by deal)))
                from (select s.deal, c.rep, s.amount, abs(s.amount) * points / total as whole,
                        abs(s.amount) * points % total as rest
                    from standing s join credit c using (deal)
                    join (select deal, sum(points) as total from credit group by deal) using (deal)
                    where s.amount is not null and not s.held);

            delete from activity_field;
            insert into activity_field select activity, field, nullif(value, '-'), max(ord)
                from activity_value, today where recorded <= day group by activity, field;

            delete from done;
            insert into done select coalesce(owner, 'unassigned'), happened, kind, channel, max(0,
                iif(happened_at is null or logged_at is null, (logged - happened) * 86400, logged_at / 1000 - happened_at / 1000))
                from (select max(iif(field = 'status', value, null)) as status, max(iif(field = 'kind', value, null)) as kind,
                        max(iif(field = 'owner', value, null)) as owner,
                        max(iif(field = 'happened', value, null)) as happened,
                        max(iif(field = 'happened_at', value, null)) as happened_at,
                        max(iif(field = 'logged', value, null)) as logged,
                        max(iif(field = 'logged_at', value, null)) as logged_at,
                        max(iif(field = 'channel', value, null)) as channel
                    from activity_field group by activity)
                where coalesce(status, 'DONE') = 'DONE' and kind is not null and happened is not null;

            -- Who is where: each word of HR holds from its day on until the next one's.
            delete from member;
            with known as (select *, row_number() over (partition by rep, effective
                    order by iif(version = '-', 0, version) desc, occurred desc, event desc) as age
                    from rep_change, today where recorded <= day),
                held as (select rep, nullif(team, '-') as team, nullif(region, '-') as region, effective as since,
                    coalesce(lead(effective) over (partition by rep order by effective), 1000000) as until
                    from known where age = 1 and not retracted)
            insert into member
                select rep, 'team:' || team, since, until from held where team is not null
                union all select rep, 'region:' || region, since, until from held where region is not null;
            insert into member select rep, subject, -1000000, 1000000 from (
                select rep from credit union select rep from done union select rep from rep_change
                union select rep from quota_change) join (select 'rep' as subject union select 'company');
            update member set subject = rep where subject = 'rep';

            -- The quota of the present month and fiscal quarter.
            delete from quota;
            with known as (select *, row_number() over (partition by rep, period, start, effective
                    order by iif(version = '-', 0, version) desc, occurred desc, event desc) as age
                    from quota_change, today where recorded <= day and effective <= day
                    and start = iif(period = 'MONTH', month, quarter))
            insert into quota select rep, iif(period = 'MONTH', 'mtd', 'qtd'), amount from (
                select rep, period, amount, max(effective) from known where age = 1 and not retracted group by rep, period);
            """;

    /** What deals add to reps on event dates. */
    static final String FACTS = """
            delete from event;
            insert into event(rep, day, created) select rep, created, 1
                from standing join credit using (deal) where leads and created is not null;
            insert into event(rep, day, won, sized, held, cycle)
                select rep, closed, 1, amount is not null and not held, held, closed - created
                from standing join credit using (deal) where leads and status = 'WON' and closed is not null;
            insert into event(rep, day, lost) select rep, closed, 1
                from standing join credit using (deal) where leads and status = 'LOST' and closed is not null;
            insert into event(rep, day, revenue) select rep, closed, p.amount
                from standing join part p using (deal) where status = 'WON' and closed is not null;

            -- Open from created until closed; closed on no known day, or before it was created: never.
            delete from spell;
            insert into spell select rep, created, iif(status = 'OPEN', null, closed), 1, 0, held
                from standing join credit using (deal)
                where leads and created is not null and (status = 'OPEN' or closed >= created);
            insert into spell select rep, created, iif(status = 'OPEN', null, closed), 0, p.amount, 0
                from standing join part p using (deal)
                where created is not null and (status = 'OPEN' or closed >= created);

            delete from flow;
            insert into flow select subject, win.id, sum(created), sum(won), sum(lost), sum(revenue), sum(sized), sum(held)
                from win, today, event join member using (rep)
                where event.day >= since and event.day < until and event.day between win.first and today.day
                group by subject, win.id;

            delete from latest;
            insert into latest select subject, max(done.day) from today, done join member using (rep)
                where done.day >= since and done.day < until and done.day <= today.day group by subject;

            delete from sample;
            insert into sample select subject, win.id, 'cycle', cycle from win, today, event join member using (rep)
                where cycle is not null and event.day >= since and event.day < until
                    and event.day between win.first and today.day;
            insert into sample select subject, win.id, 'delay', delay from win, today, done join member using (rep)
                where delay is not null and done.day >= since and done.day < until
                    and done.day between win.first and today.day;
            """;

    private static final String COUNTS = """
            select subject, win, 'deals_created', created, 1 from flow
            union all select subject, win, 'deals_won', won, 1 from flow
            union all select subject, win, 'deals_lost', lost, 1 from flow
            union all select subject, win, 'revenue', revenue, 1 from flow
            union all select subject, win, 'won_held', held, 1 from flow
            union all select subject, win, 'win_rate', won, won + lost from flow
            union all select subject, win, 'avg_deal_size', revenue, sized from flow
            """;

    private static final String MEANS = """
            select subject, win, iif(kpi = 'cycle', 'cycle_mean_days', 'logging_delay_mean_seconds'), sum(value), count(*)
                from sample group by kpi, subject, win
            """;

    /** Twice the median over two: the mean of the two middle values. */
    private static final String MEDIANS = """
            select subject, win, iif(kpi = 'cycle', 'cycle_median_days', 'logging_delay_median_seconds'),
                sum(value) * 2 / count(*), 2
                from (select *, row_number() over (partition by kpi, subject, win order by value) as place,
                    count(*) over (partition by kpi, subject, win) as number from sample)
                where place in ((number + 1) / 2, number / 2 + 1) group by kpi, subject, win
            """;

    /** By membership today: who joins a unit brings along what is open. Stale is what has been open for more than 60 days. */
    private static final String BALANCES = """
            select subject, win.id, kpi, value, whole from win, (
                with balance as (select subject, sum(deals) as deals, sum(amount) as amount, sum(held) as held,
                        sum(iif(day - s.since > 60, deals, 0)) as stale
                    from today, spell s join member m using (rep)
                    where s.since <= day and (s.until is null or s.until > day) and m.since <= day and m.until > day
                    group by subject)
                select subject, 'open_deals' as kpi, deals as value, 1 as whole from balance
                union all select subject, 'open_pipeline', amount, 1 from balance
                union all select subject, 'open_held', held, 1 from balance
                union all select subject, 'stale_deals', stale, 1 from balance
                union all select subject, 'stale_share', stale, deals from balance)
            """;

    /** Of those who have done anything yet; of others there is no data. */
    private static final String ACTIVITIES = """
            with counted as (select subject, win.id as win, kind, count(*) as number, sum(channel = 'MOBILE') as mobile,
                    sum(channel is not null) as known from win, today, done join member using (rep)
                where done.day >= since and done.day < until and done.day between win.first and today.day
                group by subject, win.id, kind),
                named(kind, kpi) as (values ('CALL', 'calls'), ('EMAIL', 'emails'), ('MEETING', 'meetings_held'),
                    ('DEMO', 'demos'), ('PROPOSAL', 'proposals'), ('NOTE', 'notes'), ('TRAINING', 'trainings'),
                    ('COACHING', 'coachings'))
            select latest.subject, win.id, 'activities', coalesce(sum(number), 0), 1 from latest join win
                left join counted on counted.subject = latest.subject and counted.win = win.id
                group by latest.subject, win.id
            union all select latest.subject, win.id, kpi, coalesce(number, 0), 1 from latest join win join named
                left join counted on counted.subject = latest.subject and counted.win = win.id and counted.kind = named.kind
            union all select subject, win, 'mobile_share', sum(mobile), sum(known) from counted group by subject, win
            """;

    /** Up to today; working days are Monday to Friday. */
    private static final String SINCE = """
            select subject, win.id, 'days_since_activity', day - last, 1 from latest, today, win
            union all select subject, win.id, 'working_days_since_activity',
                -- From Monday 1969-12-29 on, five of seven days.
                (day + 3) / 7 * 5 + min((day + 3) % 7 + 1, 5) - (last + 3) / 7 * 5 - min((last + 3) % 7 + 1, 5), 1
                from latest, today, win
            """;

    private static final String ATTAINMENT = """
            with target as (select subject, win, sum(amount) as amount from today, quota join member using (rep)
                where since <= day and until > day group by subject, win)
            select subject, win, 'quota', amount, 1 from target where amount > 0
            union all select subject, win, 'quota_attainment', coalesce(revenue, 0), amount
                from target left join flow using (subject, win) where amount > 0
            """;

    static final List<String> KPIS = List.of(COUNTS, MEANS, MEDIANS, BALANCES, ACTIVITIES, SINCE, ATTAINMENT);

    private KpiSql() {}
}
