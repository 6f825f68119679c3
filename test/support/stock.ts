/** A store with its supplier and a distribution point, and slips between them, as a storekeeper would write them. */

import type { Client } from '../../src/contract/client.ts'
import type { Input } from '../../src/contract/contract.ts'
import type { Day } from '../../src/domain/day.ts'
import { dong } from '../../src/domain/money.ts'
import { addPlace } from './gifts.ts'
import { granted } from './office.ts'
import { openCampaign } from './trade.ts'

async function addItem(client: Client, name: string, unitOfMeasure: string): Promise<string> {
  return granted(await client.command('stock.addItem', { name, unitOfMeasure })).itemId
}

/** A supplier, a store and a distribution point, and two things to keep. */
export async function furnish(client: Client, mark = '') {
  return {
    supplier: await addPlace(client, 'supplier', `Công ty Bảo Minh${mark}`),
    store: await addPlace(client, 'store', `Kho cơ quan${mark}`),
    point: await addPlace(client, 'distributionPoint', `Nhà văn hoá thôn Đông${mark}`),
    noodles: await addItem(client, `Mì ăn liền${mark}`, 'thùng'),
    rice: await addItem(client, `Gạo tẻ${mark}`, 'kg'),
  }
}

export type Lines = readonly (readonly [itemId: string, quantity: number, unitPriceDong?: number])[]

export function slip(fromPlaceId: string, toPlaceId: string, movedOn: Day, lines: Lines): Input<'stock.move'> {
  return {
    fromPlaceId,
    toPlaceId,
    movedOn,
    counterpart: null,
    reason: null,
    lines: lines.map(([itemId, quantity, price]) => ({
      itemId,
      quantity,
      unitPriceDong: price === undefined ? null : dong(price),
    })),
  }
}

/** A campaign whose gift is two kilograms of rice and one and a half boxes of noodles, out of a store. */
export function campaignFrom(client: Client, storeId: string, mark = '') {
  const lines = [
    { name: `Gạo tẻ${mark}`, unitOfMeasure: 'kg', quantity: 2, unitPriceDong: dong(18_000) },
    { name: `Mì ăn liền${mark}`, unitOfMeasure: 'thùng', quantity: 1.5, unitPriceDong: dong(95_000) },
  ]
  return openCampaign(client, { name: `Tri ân${mark}`, storeId, giftPackages: [{ name: 'Suất quà', lines }] })
}
