import type { z } from 'zod';
import { CATEGORIES } from '../../announcement/category.ts';
import {
  choice,
  code,
  field,
  instant,
  line,
  list,
  phone,
  record,
  text,
  url,
  values,
  yesNo,
} from '../../announcement/field.ts';
import { LOCAL_SUBJECTS } from '../../announcement/local-period.ts';
import { lengthKind } from '../../announcement/quantity.ts';
import { contactKind } from '../../security-txt.ts';
import { minutesKind } from '../../screen/browser/kinds.ts';
import { basePathKind } from './base-path.ts';
import { ledgerOriginKind } from './ledger-origin.ts';
