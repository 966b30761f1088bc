"""One line of bench/crossing: the border scores of a folder, and the share of crossings whose last turn (20 degrees within 20 s) or
crossing before came less than 200 s ahead: nothing earlier could have told of them."""
import csv
import json
import math
import sys

LATE_S, TURN_RAD, TURN_ROWS = 200, math.radians(20), 4


def rows(path):
    with open(path, newline='') as f:
        yield from csv.DictReader(f)


def headings(folder):
    flights = {}
    for r in rows(folder + '/truth.csv'):
        flights.setdefault(r['id'], []).append((float(r['t']), math.atan2(float(r['ve']), float(r['vn']))))
    return flights


def warned_at_best(folder):
    """Seconds from the last turn, or the last crossing, to each crossing inward."""
    flights, last, waits = headings(folder), {}, []
    for r in sorted(rows(folder + '/crossings.csv'), key=lambda r: float(r['t'])):
        t, flight = float(r['t']), flights[r['target']]
        if r['dir'] == 'in' and r['class'] != 'civil' and flight[0][0] + 60 <= t <= flight[-1][0] + 10:
            told = max(flight[0][0], last.get(r['target'], -math.inf))
            for (_, a), (end, b) in zip(flight, flight[TURN_ROWS:]):
                if end < t and abs(math.remainder(b - a, 2 * math.pi)) > TURN_RAD:
                    told = max(told, end)
            waits.append(t - told)
        last[r['target']] = t
    return waits


folder, seed = sys.argv[1:]
with open(folder + '/score.json') as f:
    b = json.load(f)['border']
bins = b['reliability']
error = sum(abs(said - came) * n for said, came, n in bins) / sum(n for _, _, n in bins)
waits = warned_at_best(folder)
late = sum(w < LATE_S for w in waits)
print('%-12s %7.3f %7.3f %6d %6d %9.0f %9.0f   %d of %d' % (
    seed, b['brier_skill'], error, b['missed'], b['false_alerts'], b['lead_p10'], b['lead_median'], late, len(waits)))
