/**
 * The published figures, each one query that PostgreSQL and DuckDB both take: a view in the database, a view over the
 * Parquet files, and a passage of resources/help/consolidation.md, which a test holds to these texts.
 */

export interface Figure {
  /** The view's name. */
  name: string
  sql: string
}

/** A paper that stands was not voided, in its own month or in a later one. */
const STANDING_GIFTS = `select gift_handovers.*, left(closing_period, 4) as calendar_year
  from gift_handovers
  where not exists (
    select 1 from voids
    where voids.office_id = gift_handovers.office_id and voids.document_id = gift_handovers.handover_id
  )`

const NEXT_PERIOD = `case when right(closing_period, 2) = '12'
      then cast(cast(left(closing_period, 4) as integer) + 1 as varchar) || '-01'
      else left(closing_period, 5) || lpad(cast(cast(right(closing_period, 2) as integer) + 1 as varchar), 2, '0')
    end`

export const FIGURES: readonly Figure[] = [
  {
    name: 'totals_compared',
    sql: `select stated.company_id, stated.closing_period, stated.office_id, stated.total_name,
  stated.amount_dong as stated_dong, coalesce(counted.amount_dong, 0) as counted_dong
from package_totals as stated
left join (
  select closing_period, office_id, 'giftsDong' as total_name, sum(value_dong) as amount_dong
  from gift_handovers group by closing_period, office_id
  union all
  select closing_period, office_id, 'repairsDong', sum(cost_dong)
  from repairs where certificate_number is not null group by closing_period, office_id
  union all
  select closing_period, office_id, 'voidedDong', sum(amount_dong)
  from voids group by closing_period, office_id
  union all
  select closing_period, office_id, 'correctionIncreaseDong', sum(amount_increase_dong)
  from corrections group by closing_period, office_id
  union all
  select closing_period, office_id, 'correctionDecreaseDong', sum(amount_decrease_dong)
  from corrections group by closing_period, office_id
) as counted
  on counted.closing_period = stated.closing_period
  and counted.office_id = stated.office_id
  and counted.total_name = stated.total_name`,
  },
  {
    name: 'gifts_by_campaign',
    sql: `select gifts.company_id, gifts.closing_period, campaigns.name as campaign_name, campaigns.decision_number,
  count(*) as gift_count, sum(gifts.value_dong) as value_dong,
  count(voids.void_id) as voided_count, coalesce(sum(voids.amount_dong), 0) as voided_dong
from gift_handovers as gifts
join campaigns
  on campaigns.closing_period = gifts.closing_period
  and campaigns.office_id = gifts.office_id
  and campaigns.campaign_id = gifts.campaign_id
left join voids on voids.office_id = gifts.office_id and voids.document_id = gifts.handover_id
group by gifts.company_id, gifts.closing_period, campaigns.name, campaigns.decision_number`,
  },
  {
    name: 'gifts_by_category',
    sql: `select gifts.company_id, gifts.closing_period, households.category,
  count(*) as gift_count, count(distinct gifts.household_id) as household_count, sum(gifts.value_dong) as value_dong
from (${STANDING_GIFTS}) as gifts
join households
  on households.closing_period = gifts.closing_period
  and households.office_id = gifts.office_id
  and households.household_id = gifts.household_id
group by gifts.company_id, gifts.closing_period, households.category`,
  },
  {
    name: 'goods_given',
    sql: `select gifts.company_id, gifts.closing_period, lines.name, lines.unit_of_measure,
  sum(lines.quantity) as quantity, sum(lines.amount_dong) as amount_dong
from (${STANDING_GIFTS}) as gifts
join gift_lines as lines
  on lines.closing_period = gifts.closing_period
  and lines.office_id = gifts.office_id
  and lines.handover_id = gifts.handover_id
group by gifts.company_id, gifts.closing_period, lines.name, lines.unit_of_measure`,
  },
  {
    name: 'households_helped',
    sql: `select company_id, calendar_year,
  count(*) filter (where gift_count = 1) as helped_once_count,
  count(*) filter (where gift_count > 1) as helped_more_than_once_count,
  sum(gift_count) as gift_count
from (
  select company_id, calendar_year, office_id, household_id, count(*) as gift_count
  from (${STANDING_GIFTS}) as gifts
  group by company_id, calendar_year, office_id, household_id
) as helped
group by company_id, calendar_year`,
  },
  {
    name: 'households_of_several_offices',
    sql: `with people as (
  select distinct gifts.calendar_year, gifts.office_id, gifts.household_id, households.citizen_id
  from (${STANDING_GIFTS}) as gifts
  join households
    on households.closing_period = gifts.closing_period
    and households.office_id = gifts.office_id
    and households.household_id = gifts.household_id
  where households.citizen_id is not null
)
select one.calendar_year, one.office_id, one.household_id,
  other.office_id as other_office_id, other.household_id as other_household_id
from people as one
join people as other
  on other.calendar_year = one.calendar_year
  and other.citizen_id = one.citizen_id
  and other.office_id > one.office_id`,
  },
  {
    name: 'repairs_by_month',
    sql: `select repairs.company_id, repairs.closing_period,
  count(*) as repair_count, count(repairs.certificate_number) as certified_count,
  count(distinct repairs.household_id) as household_count,
  coalesce(sum(repairs.cost_dong) filter (where repairs.certificate_number is not null), 0) as cost_dong,
  count(voids.void_id) as voided_count, coalesce(sum(voids.amount_dong), 0) as voided_dong
from repairs
left join voids on voids.office_id = repairs.office_id
  and voids.document_id = coalesce(repairs.certificate_id, repairs.repair_id)
group by repairs.company_id, repairs.closing_period`,
  },
  {
    name: 'voids_by_reason',
    sql: `select company_id, closing_period, document_kind, reason,
  count(*) as void_count, sum(amount_dong) as amount_dong
from voids
group by company_id, closing_period, document_kind, reason`,
  },
  {
    name: 'corrections_by_month',
    sql: `select company_id, corrected_period, office_id, figure, kind,
  count(*) as correction_count, sum(count_increase - count_decrease) as count_delta,
  sum(amount_increase_dong) as increase_dong, sum(amount_decrease_dong) as decrease_dong
from corrections
group by company_id, corrected_period, office_id, figure, kind`,
  },
  {
    name: 'indicators_by_office',
    sql: `select company_id, closing_period, office_id, indicator_code, name, unit_of_measure,
  numerator, denominator, value, target, target_direction, result
from indicators`,
  },
  {
    name: 'indicators_by_month',
    sql: `select company_id, closing_period, indicator_code, max(name) as name, kind, unit_of_measure,
  count(*) as office_count, count(*) filter (where result = 'notEntered') as missing_count,
  count(*) filter (where result = 'met') as met_count, count(*) filter (where result = 'notMet') as not_met_count,
  sum(numerator) as numerator, sum(denominator) as denominator
from indicators
group by company_id, closing_period, indicator_code, kind, unit_of_measure`,
  },
  {
    name: 'missing_months',
    sql: `with recursive months(closing_period, last_period) as (
  select min(closing_period), max(closing_period) from packages
  union all
  select ${NEXT_PERIOD}, last_period
  from months where closing_period < last_period
),
offices as (
  select max(company_id) as company_id, office_id, min(closing_period) as first_period
  from packages group by office_id
)
select offices.company_id, offices.office_id, months.closing_period
from offices
join months on months.closing_period > offices.first_period
left join packages
  on packages.office_id = offices.office_id and packages.closing_period = months.closing_period
where packages.package_id is null`,
  },
  {
    name: 'missing_sequences',
    sql: `select office_id, ledger_id, sequence_before + 1 as first_sequence, sequence - 1 as last_sequence
from (
  select office_id, ledger_id, sequence,
    coalesce(lag(sequence) over (partition by office_id, ledger_id order by sequence), 0) as sequence_before
  from packages
) as steps
where sequence > sequence_before + 1`,
  },
  {
    name: 'offices_of_several_ledgers',
    sql: `select office_id, count(distinct ledger_id) as ledger_count
from packages
group by office_id
having count(distinct ledger_id) > 1`,
  },
]
