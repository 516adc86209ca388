# SPDX-License-Identifier: Apache-2.0
"""The rule patterns of the teaching system: as XML, and as plain arithmetic.

Every pattern can write itself, draw observations that fulfil it or not, and
work out its share of the points from them, independently of the library.
A value that is None is absent.
"""

import datetime
import math
from fractions import Fraction

HOLIDAYS = {  # days of 2021 that differ from Monday to Friday
    "no": """01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05
             06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07""".split(),
    "yes": "02-07 02-20 04-25 05-08 09-18 09-26 10-09".split(),
}


def percent(text):
    return Fraction(text.rstrip("%")) / 100


def is_workday(day):
    """Says whether a day of 2021 is a working day."""
    short = day.isoformat()[5:]
    if short in HOLIDAYS["no"]:
        return False
    return day.weekday() < 5 or short in HOLIDAYS["yes"]


def workdays(begin, end):
    """Counts the working days after begin, up to and including end."""
    days = [begin + datetime.timedelta(n)
            for n in range(1, (end - begin).days + 1)]
    return sum(is_workday(day) for day in days)


def draw_ratio(rng, good):
    """Gives (numerator, denominator), near one when it is to be good."""
    whole = rng.randint(12, 180)
    if good:
        return whole - rng.choice((0, 0, 0, 1, whole // 12)), whole
    return rng.randint(whole // 3, whole * 9 // 10), whole


class Rule:
    """A pattern with its words and arguments."""

    measuring = "查阅台账并抽查"
    extra = ()  # lines between </rule> and </indicator>

    def __init__(self, words, arguments):
        self.words = [word for word in words.split(";") if word]
        self.arguments = arguments.split()

    def observes(self):
        return [f'<observe id="done" kind="ratio" title="{self.words[0]}"/>']

    def draw(self, rng, good):
        return {"done": draw_ratio(rng, good)}

    def share(self, values):
        """Gives the share of the points, or None for 0/0."""
        above, below = values["done"]
        return Fraction(above, below) if below else None

    def span(self, values):
        """Gives the least and the greatest share."""
        if any(value is None for value in values.values()):
            return Fraction(0), Fraction(1)
        return self.share(values), self.share(values)


class Ratio(Rule):
    def rule(self):
        return ['<rule value="done * points"/>']


class Line(Rule):
    def rule(self):
        low, high = self.arguments
        return ["<rule>", f'  <scale of="done" label="{self.words[0]}">',
                f'    <at value="{low}" points="0"/>',
                f'    <at value="{high}" points="points"/>',
                "  </scale>", "</rule>"]

    def share(self, values):
        low, high = map(percent, self.arguments)
        place = (super().share(values) - low) / (high - low)
        return min(max(place, Fraction(0)), Fraction(1))


class Stairs(Rule):
    def steps(self):
        return [step.split("=") for step in self.arguments]

    def rule(self):
        lines = ["<rule>", f'  <bands of="done" label="{self.words[0]}">']
        for begin, share in self.steps():
            points = "points" if share == "100%" else f"points * {share}"
            lines.append(f'    <band from="{begin}" points="{points}"/>')
        lines.append(f'    <band below="{begin}" points="0"/>')
        return lines + ["  </bands>", "</rule>"]

    def share(self, values):
        done = super().share(values)
        for begin, share in self.steps():
            if done >= percent(begin):
                return percent(share)
        return Fraction(0)


class Short(Rule):
    def rule(self):
        target, step, cost = self.arguments
        return ["<rule>", "  <deduct>",
                f'    <loss each="{target} - done" step="{step}"'
                f' steps="started" points="points * {cost}"',
                f'          label="{self.words[0]}低于 {target}"/>',
                "  </deduct>", "</rule>"]

    def share(self, values):
        target, step, cost = map(percent, self.arguments)
        steps = math.ceil(max(target - super().share(values), 0) / step)
        return max(1 - steps * cost, Fraction(0))


class Yes(Rule):
    measuring = "查阅材料"

    def observes(self):
        return [f'<observe id="done" kind="yes-no" title="{self.words[0]}"/>']

    def rule(self):
        return ["<rule>", "  <choose>",
                '    <when test="done" points="points"/>',
                '    <otherwise points="0"/>', "  </choose>", "</rule>"]

    def draw(self, rng, good):
        return {"done": good}

    def share(self, values):
        return Fraction(values["done"])


class Parts(Rule):
    measuring = "查阅材料"

    def observes(self):
        return [f'<observe id="part_{n}" kind="yes-no" title="{word}"/>'
                for n, word in enumerate(self.words, 1)]

    def rule(self):
        lines = [f'    <gain when="part_{n}" points="points /'
                 f' {len(self.words)}" label="{word}"/>'
                 for n, word in enumerate(self.words, 1)]
        return ["<rule>", "  <award>"] + lines + ["  </award>", "</rule>"]

    def draw(self, rng, good):
        lost = 0 if good else rng.randint(2, len(self.words))
        gone = rng.sample(range(len(self.words)), lost)
        return {f"part_{n + 1}": n not in gone
                for n in range(len(self.words))}

    def share(self, values):
        return Fraction(sum(values.values()), len(values))


class Levels(Rule):
    measuring = "专家评定"
    options = (("excellent", "好", "100%"), ("good", "较好", "85%"),
               ("fair", "一般", "60%"), ("poor", "差", "0%"))

    def observes(self):
        lines = [f'<observe id="level" kind="level"'
                 f' title="{self.words[0]}">']
        lines += [f'  <option id="{name}" title="{title}"/>'
                  for name, title, _ in self.options]
        return lines + ["</observe>"]

    def rule(self):
        lines = [f'    <when is="{name}" points="points * {share}"/>'
                 for name, _, share in self.options]
        return (["<rule>", f'  <choose of="level" label="{self.words[0]}">']
                + lines + ["  </choose>", "</rule>"])

    def draw(self, rng, good):
        names = [option[0] for option in self.options]
        return {"level": rng.choice(names[:2] if good else names[2:])}

    def share(self, values):
        return {name: percent(share)
                for name, _, share in self.options}[values["level"]]


class Quota(Rule):
    measuring = "查阅会议记录和台账"

    def observes(self):
        return [f'<observe id="held" kind="count" unit="次"'
                f' title="{self.words[0]}"/>']

    def rule(self):
        quota = self.arguments[0]
        return ["<rule>", "  <deduct>",
                f'    <loss each="{quota} - held" points="points / {quota}"'
                f' label="{self.words[0]}不足 {quota}"/>',
                "  </deduct>", "</rule>"]

    def draw(self, rng, good):
        quota = int(self.arguments[0])
        if good:
            return {"held": quota + rng.randint(0, 2)}
        return {"held": rng.randint(0, quota * 3 // 4)}

    def share(self, values):
        held = Fraction(values["held"], int(self.arguments[0]))
        return min(held, Fraction(1))


class Serious(Quota):
    """A quota, with the observation that bars the whole."""

    def observes(self):
        return super().observes() + [
            '<observe id="serious" kind="yes-no"'
            ' title="发生重大违法行政责任事件"/>']

    def draw(self, rng, good):
        return {**super().draw(rng, good), "serious": False}


class Deduct(Rule):
    """Causes of which each occurrence costs a share, perhaps capped."""

    def causes(self):
        parts = [(word + "|").split("|")[:3] for word in self.words]
        return [(f"cause_{n}", label, cost, cap)
                for n, (label, cost, cap) in enumerate(parts, 1)]

    def observes(self):
        return [f'<observe id="{name}" kind="count" unit="件"'
                f' title="{label}"/>'
                for name, label, _, _ in self.causes()]

    def count_of(self, name):
        return name

    def rule(self):
        lines = ["<rule>", "  <deduct>"]
        for name, label, cost, cap in self.causes():
            limit = f' cap="points * {cap}"' if cap else ""
            lines.append(f'    <loss each="{self.count_of(name)}"'
                         f' points="points * {cost}"{limit}'
                         f' label="{label}"/>')
        return lines + ["  </deduct>", "</rule>"]

    def draw(self, rng, good):
        most = 1 if good else 6
        return {name: rng.randint(0, most) if not good or rng.random() < 0.2
                else 0 for name, _, _, _ in self.causes()}

    def lost(self, values, absent):
        """Adds the losses; an absent count stands for so many."""
        total = Fraction(0)
        for name, _, cost, cap in self.causes():
            count = absent if values[name] is None else values[name]
            loss = count * percent(cost)
            total += min(loss, percent(cap)) if cap else loss
        return total

    def share(self, values):
        return max(1 - self.lost(values, 0), Fraction(0))

    def span(self, values):
        worst = max(1 - self.lost(values, 10**6), Fraction(0))
        return worst, self.share(values)


class Causes(Deduct):
    """The same, observed as one tally."""

    def observes(self):
        lines = ['<observe id="problems" kind="causes" unit="件"'
                 ' title="发现的问题">']
        lines += [f'  <option id="{name}" title="{label}"/>'
                  for name, label, _, _ in self.causes()]
        return lines + ["</observe>"]

    def count_of(self, name):
        return f"problems.{name}"

    def draw(self, rng, good):
        return {"problems": super().draw(rng, good)}

    def share(self, values):
        return super().share(values["problems"])

    def span(self, values):
        return Rule.span(self, values)


class Annulled(Deduct):
    """Losses, and a veto that takes everything."""

    extra = ('<veto id="annulled" when="annulled" effect="zero"'
             ' title="规范性文件被上级撤销"/>',)

    def observes(self):
        return super().observes() + [
            '<observe id="annulled" kind="yes-no"'
            ' title="有规范性文件被上级撤销"/>']

    def draw(self, rng, good):
        return {**super().draw(rng, good), "annulled": False}

    def share(self, values):
        return Fraction(0) if values["annulled"] else super().share(values)

    def span(self, values):
        return self.share(values), self.share(values)


class Within(Rule):
    """A thing done by a date, or some days after another."""

    measuring = "核对公布日期"

    def observes(self):
        first, second, _ = self.words
        return [f'<observe id="begin" kind="date" title="{first}"/>',
                f'<observe id="end" kind="date" title="{second}"/>']

    def rule(self):
        days, step, cost = self.arguments
        over = "days(begin, end)" + (f" - {days}" if days != "0" else "")
        return ["<rule>", "  <deduct>",
                f'    <loss each="{over}" step="{step}" steps="started"'
                f' points="points * {cost}" label="{self.words[2]}"/>',
                "  </deduct>", "</rule>"]

    def draw(self, rng, good):
        begin = datetime.date(2021, 3, 1) + datetime.timedelta(
            rng.randint(0, 40))
        over = rng.randint(-9, 3) if good else rng.randint(15, 40)
        end = begin + datetime.timedelta(int(self.arguments[0]) + over)
        return {"begin": begin, "end": end}

    def share(self, values):
        over = (values["end"] - values["begin"]).days - int(self.arguments[0])
        steps = math.ceil(Fraction(max(over, 0), int(self.arguments[1])))
        return max(1 - steps * percent(self.arguments[2]), Fraction(0))


class Consult(Rule):
    """Thirty days for one draft, seven working days for another."""

    measuring = "核对征求意见起止日期"

    def observes(self):
        return [f'<observe id="{name}" kind="date" title="{title}"/>'
                for name, title in (
                    ("draft_begin", "规章草案征求意见开始"),
                    ("draft_end", "规章草案征求意见截止"),
                    ("document_begin", "规范性文件征求意见开始"),
                    ("document_end", "规范性文件征求意见截止"))]

    def rule(self):
        return ["<rule>", "  <award>",
                '    <gain when="days(draft_begin, draft_end) ≥ 30"'
                ' points="points / 2"',
                '          label="规章草案征求意见不少于 30 日"/>',
                '    <gain when="workdays(document_begin, document_end) ≥ 7"'
                ' points="points / 2"',
                '          label="规范性文件征求意见不少于 7 个工作日"/>',
                "  </award>", "</rule>"]

    def draw(self, rng, good):
        draft = datetime.date(2021, 1, 4) + datetime.timedelta(
            rng.randint(0, 60))
        document = datetime.date(2021, 4, 26)  # the 7th is Sat. 8 May
        day = datetime.timedelta(1)
        return {"draft_begin": draft,
                "draft_end": draft + day * (30 if good else 20),
                "document_begin": document,
                "document_end": document + day * (12 if good else 9)}

    def share(self, values):
        draft = (values["draft_end"] - values["draft_begin"]).days >= 30
        document = workdays(values["document_begin"],
                            values["document_end"]) >= 7
        return Fraction(draft + document, 2)


class Survey(Rule):
    measuring = "问卷测评"
    answers = (("very_satisfied", "很满意", 100), ("satisfied", "满意", 80),
               ("fair", "一般", 60), ("dissatisfied", "不满意", 30),
               ("very_dissatisfied", "很不满意", 0))

    def observes(self):
        lines = [f'<observe id="answers" kind="survey"'
                 f' title="{self.words[0]}">']
        lines += [f'  <option id="{name}" title="{title}"/>'
                  for name, title, _ in self.answers]
        return lines + ['  <option id="dont_know" title="不了解"/>',
                        "</observe>"]

    def rule(self):
        lines = [f'      <answer is="{name}" worth="{worth}"/>'
                 for name, _, worth in self.answers]
        return (["<rule>", '  <adjust times="points / 100">',
                 f'    <survey of="answers" minimum="{self.arguments[0]}"'
                 f' label="{self.words[0]}">'] + lines
                + ['      <leave-out is="dont_know"/>', "    </survey>",
                   "  </adjust>", "</rule>"])

    def draw(self, rng, good):
        middle = (70, 60, 12, 4, 1) if good else (20, 40, 60, 40, 20)
        counts = {name: most + rng.randint(0, 9)
                  for (name, _, _), most in zip(self.answers, middle)}
        return {"answers": {**counts, "dont_know": rng.randint(0, 15)}}

    def share(self, values):
        counts = values["answers"]
        total = sum(counts[name] for name, _, _ in self.answers)
        worth = sum(counts[name] * w for name, _, w in self.answers)
        return Fraction(worth, total * 100)


class Panel(Rule):
    measuring = "专家评审"

    def observes(self):
        return [f'<observe id="marks" kind="panel" min="0"'
                f' max="{self.arguments[0]}" title="{self.words[0]}"/>']

    def rule(self):
        return ["<rule>", f'  <adjust times="points / {self.arguments[0]}">',
                '    <panel of="marks" drop-highest="1" drop-lowest="1"'
                f' minimum="3" label="{self.words[0]}"/>',
                "  </adjust>", "</rule>"]

    def draw(self, rng, good):
        low, high = (170, 200) if good else (80, 150)
        return {"marks": [f"{rng.randint(low, high) / 20:g}"
                          for _ in range(7)]}

    def share(self, values):
        marks = sorted(map(Fraction, values["marks"]))[1:-1]
        return sum(marks) / len(marks) / int(self.arguments[0])


class Target(Rule):
    """A number against a parameter that mountain counties have lower."""

    targets = {"plain": 60, "mountain": 40}

    def observes(self):
        return [f'<observe id="hours" kind="number" unit="学时" min="0"'
                f' title="{self.words[0]}"/>']

    def rule(self):
        return [f'<rule value="min(hours / ${self.arguments[0]}, 1)'
                ' * points"/>']

    def draw(self, rng, good):
        hours = rng.randint(50, 70) if good else rng.randint(15, 30)
        return {"hours": hours}

    def share(self, values, group="plain"):
        return min(Fraction(values["hours"], self.targets[group]),
                   Fraction(1))


class Years(Rule):
    """Two years, weighted."""

    def observes(self):
        return [f'<observe id="attended" kind="ratio" periods="2020 2021"'
                f' title="{self.words[0]}"/>']

    def rule(self):
        old, new = self.arguments
        return [f'<rule value="(attended@2020 * {old}'
                f' + attended@2021 * {new}) * points"/>']

    def draw(self, rng, good):
        return {"attended@2020": draw_ratio(rng, good),
                "attended@2021": draw_ratio(rng, good)}

    def share(self, values):
        shares = [Fraction(*values[f"attended@{year}"])
                  for year in (2020, 2021)]
        old, new = map(percent, self.arguments)
        return shares[0] * old + shares[1] * new


class Weakest(Rule):
    """The weakest of several ratios."""

    def observes(self):
        return [f'<observe id="part_{n}" kind="ratio" title="{word}"/>'
                for n, word in enumerate(self.words, 1)]

    def rule(self):
        lines = [f'      <part of="part_{n}" label="{word}"/>'
                 for n, word in enumerate(self.words, 1)]
        return (["<rule>", '  <adjust times="points">',
                 '    <combine by="minimum">'] + lines
                + ["    </combine>", "  </adjust>", "</rule>"])

    def draw(self, rng, good):
        return {f"part_{n}": draw_ratio(rng, good)
                for n in range(1, len(self.words) + 1)}

    def share(self, values):
        return min(Fraction(*value) for value in values.values())


PATTERNS = {kind.__name__.lower(): kind for kind in (
    Annulled, Causes, Consult, Deduct, Levels, Line, Panel, Parts, Quota,
    Ratio, Serious, Short, Stairs, Survey, Target, Weakest, Within, Years,
    Yes)}
