/** A line of a menu that leads to a screen; its address is checked by the compiler. */

import { NavLink, type NavLinkProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type AnchorProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof NavLinkProps>

function AnchorLine({ ref, ...props }: NavLinkProps & AnchorProps & { ref?: Ref<HTMLAnchorElement> }) {
  return <NavLink component="a" ref={ref} {...props} />
}

export const RouteLink = createLink(AnchorLine)
