import { heightColour } from "../src/air/heights.ts";
import { describe, expect, it } from "vitest";
import { age, areaText, climb, count, countdown, distance, duration, expected, grouped, heading, height, localTime, percent, position, speed, utc, utcFull } from "../src/air/format.ts";

describe("colours of height", () => {
  it("rise with height, and what is not known has none of them", () => {
    const colours = [0, 500, 1500, 3000, 5000, 9000, 12_000].map(heightColour);
    expect(new Set(colours).size).toBe(colours.length);
    expect(heightColour(-100)).toBe(colours[0]);
    expect(colours).not.toContain(heightColour(null));
    expect(heightColour(undefined)).toBe(heightColour(null));
  });
});

describe("figures", () => {
  it("give heights in metres or feet, and a dash where nothing is known", () => {
    expect(height(123.4, "metric")).toBe("120 m");
    expect(height(10_668, "aviation")).toBe("35\u202f000 ft");
    expect(height(null, "metric")).toBe("–");
    expect(height(Number.NaN, "metric")).toBe("–");
  });

  it("give speeds in km/h or knots", () => {
    expect(speed(50, "metric")).toBe("180 km/h");
    expect(speed(51.4444, "aviation")).toBe("100 kt");
  });

  it("say climb and descent by an arrow, and level flight without one", () => {
    expect(climb(5, "metric")).toBe("↑ 5.0 m/s");
    expect(climb(-10.16, "aviation")).toBe("↓ 2\u202f000 ft/min");
    expect(climb(0.1, "metric")).toBe("0.1 m/s");
  });

  it("give expected numbers without a row of noughts", () => {
    expect(expected(0)).toBe("fewer than 0.001");
    expect(expected(0.0009)).toBe("fewer than 0.001");
    expect(expected(0.0123)).toBe("0.012");
    expect(expected(0.42)).toBe("0.42");
    expect(expected(12.3)).toBe("12");
  });

  it("never claim a certainty that is not there", () => {
    expect(percent(0.9951)).toBe("> 99 %");
    expect(percent(0.004)).toBe("< 1 %");
    expect(percent(0)).toBe("0 %");
    expect(percent(1)).toBe("100 %");
    expect(percent(0.725)).toBe("73 %");
    expect(percent(null)).toBe("–");
  });

  it("say lengths of time as they are said aloud", () => {
    expect(duration(45)).toBe("45 s");
    expect(duration(99.4)).toBe("99 s");
    expect(duration(240)).toBe("4 min");
    expect(duration(6_300)).toBe("1 h 45 min");
    expect(duration(-3)).toBe("0 s");
    expect(countdown(155)).toBe("2:35 min");
    expect(countdown(59.6)).toBe("1:00 min");
    expect(countdown(null)).toBe("–");
    expect(age(0.234)).toBe("0.2 s");
    expect(age(75)).toBe("75 s");
  });

  it("give distances with the sign left to the words around them", () => {
    expect(distance(-950, "metric")).toBe("950 m");
    expect(distance(12_340, "metric")).toBe("12.3 km");
    expect(distance(123_400, "metric")).toBe("123 km");
    expect(distance(1852 * 5, "aviation")).toBe("5.0 NM");
  });

  it("give headings in three digits", () => {
    expect(heading(7.4)).toBe("007°");
    expect(heading(359.7)).toBe("000°");
    expect(heading(-10)).toBe("350°");
  });

  it("give positions in degrees and decimal minutes, carrying sixty minutes over", () => {
    expect(position(51.2481, 22.5701)).toBe("51°14.9′N 022°34.2′E");
    expect(position(-0.9999, -179.9999)).toBe("01°00.0′S 180°00.0′W");
  });

  it("give UTC and the local time of the watch", () => {
    const night = Date.UTC(2026, 10, 24, 2, 2, 11);
    expect(utc(night)).toBe("02:02:11");
    expect(utcFull(night)).toBe("2026-11-24 02:02:11Z");
    expect(localTime(night, "Europe/Warsaw")).toMatch(/^03:02 /);
    expect(localTime(night, "Nowhere/Atlantis")).toBeNull();
    expect(utc(Number.NaN)).toBe("–");
  });

  it("count things in the singular and the plural", () => {
    expect(count(1, "plot")).toBe("1 plot");
    expect(count(12_345, "plot")).toBe("12\u202f345 plots");
    expect(grouped(999)).toBe("999");
  });

  it("tell an area no finer than it is known", () => {
    expect(areaText(0.2)).toBe("1 km²");
    expect(areaText(212.4)).toBe("212 km²");
    expect(areaText(1_249)).toBe("1\u202f200 km²");
    expect(areaText(81_265)).toBe("81\u202f000 km²");
  });
});
