import { textLabelOf } from '../../labels/label.ts';
import type { Application } from '../application.ts';

/** The name of an Application in paths: its label `name`, as at the gateways of Runtimes. */
export const nameInPaths = ({ labels, name }: Pick<Application, 'labels' | 'name'>): string => textLabelOf(labels, 'name') || name;
