using System.Globalization;
using Vedette.Air;
using Vedette.Kernel;

namespace Vedette.Alerting.Warnings;

/// <summary>What a warning has to say, before it is put into a language.</summary>
internal readonly record struct WarningFacts
{
    public required string Area { get; init; }

    public required WarningObject Object { get; init; }

    public required WarningPhase Phase { get; init; }

    /// <summary>Where it comes from: 0 north, 1 north-east ... 7 north-west.</summary>
    public required int FromOctant { get; init; }

    /// <summary>Median time of entry; null where it is inside already or not expected.</summary>
    public Instant? Entry { get; init; }

    public required double Probability { get; init; }

    public required bool Exercise { get; init; }

    /// <summary>An octant from the direction of motion (rad, clockwise from north).</summary>
    public static int ComingFrom(double trackAngleRad) => (int)Math.Round(Angle.Wrap(trackAngleRad + Math.PI) / (Math.PI / 4)) % 8;

    public static WarningObject ObjectOf(in Track track)
    {
        var c = track.Classes;
        if (c.Of(ObjectClass.OneWayDrone) + c.Of(ObjectClass.SmallDrone) >= 0.5) return WarningObject.Drone;
        if (c.Of(ObjectClass.CruiseMissile) + c.Of(ObjectClass.Ballistic) >= 0.5) return WarningObject.Missile;
        return c.Of(ObjectClass.Balloon) >= 0.5 ? WarningObject.Balloon : WarningObject.Unidentified;
    }
}

internal enum WarningObject : byte
{
    Unidentified,
    Drone,
    Missile,
    Balloon,
}

internal enum WarningPhase : byte
{
    Approaching,
    Inside,
    Lost,
    AllClear,

    /// <summary>This warning ends and another one still covers part of its area: nobody is released.</summary>
    OthersRemain,
}

/// <summary>
/// The warning in English, Polish and Ukrainian: short sentences, what, where from, when, how sure, what to do. "Drone" and "object"
/// are chosen so that each sentence agrees in gender whatever fills it.
/// </summary>
internal static class WarningWords
{
    private static readonly Speech English = new("en-GB")
    {
        Exercise = "EXERCISE",
        ExerciseNote = "This is an exercise; nothing is happening.",
        Event = "Air threat",
        EventOver = "All clear",
        Objects = ["unidentified flying object", "drone", "missile", "balloon"],
        From = ["the north", "the north-east", "the east", "the south-east", "the south", "the south-west", "the west", "the north-west"],
        Threat = "Air threat: {0}",
        Over = "All clear: {0}",
        OthersHeadline = "One warning ended, another remains in force: {0}",
        Approaching = "An airborne object ({1}) is approaching {0} from {2}. The probability that it enters within 10 minutes is about {3} %.",
        At = "Entry is possible at about {0} UTC.",
        Inside = "An airborne object ({1}) is over {0}, coming from {2}.",
        Lost = "An airborne object ({1}) near {0} is no longer seen by the sensors and may still be in the air or have come down.",
        AllClear = "The threat this warning was for has passed, as far as the sensors in use can see.",
        OthersRemain = "The object this warning was for is no longer a threat, but another warning is in force for part of this area.",
        Act = "Go to a shelter or into a building and stay away from windows. Do not touch debris; report it on 112.",
        Prepare = "Be ready to take shelter. Follow official messages. Do not touch debris; report it on 112.",
        AfterAct = "You may leave the shelter. Do not touch debris; report it on 112.",
        StayAct = "Stay in shelter until the other warning ends.",
        AreaDescription = "{0}: ground under the expected path",
    };

    private static readonly Speech Polish = new("pl-PL")
    {
        Exercise = "ĆWICZENIA",
        ExerciseNote = "To są ćwiczenia; nic się nie dzieje.",
        Event = "Zagrożenie z powietrza",
        EventOver = "Odwołanie alarmu",
        Objects = ["niezidentyfikowany obiekt", "dron", "pocisk", "balon"],
        From = ["północy", "północnego wschodu", "wschodu", "południowego wschodu", "południa", "południowego zachodu", "zachodu", "północnego zachodu"],
        Threat = "Zagrożenie z powietrza: {0}",
        Over = "Odwołanie alarmu: {0}",
        OthersHeadline = "Jedno ostrzeżenie zakończone, inne nadal obowiązuje: {0}",
        Approaching = "Obiekt powietrzny ({1}) zbliża się do obszaru: {0}. Kierunek: od {2}. Prawdopodobieństwo wlotu w ciągu 10 minut: około {3}%.",
        At = "Możliwy wlot około {0} UTC.",
        Inside = "Obiekt powietrzny ({1}) jest nad obszarem: {0}. Nadleciał od {2}.",
        Lost = "Obiekt powietrzny ({1}) w rejonie: {0} nie jest już widoczny dla czujników; może nadal lecieć lub spaść.",
        AllClear = "Zagrożenie, którego dotyczyło ostrzeżenie, minęło - na tyle, na ile widzą to czujniki.",
        OthersRemain = "Obiekt, którego dotyczyło ostrzeżenie, już nie zagraża, ale dla części obszaru obowiązuje inne ostrzeżenie.",
        Act = "Udaj się do schronienia lub wejdź do budynku. Trzymaj się z dala od okien. Nie dotykaj szczątków, zgłoś je pod numer 112.",
        Prepare = "Przygotuj się do ukrycia. Słuchaj komunikatów. Nie dotykaj szczątków, zgłoś je pod numer 112.",
        AfterAct = "Możesz opuścić schronienie. Nie dotykaj szczątków, zgłoś je pod numer 112.",
        StayAct = "Pozostań w schronieniu do odwołania drugiego ostrzeżenia.",
        AreaDescription = "{0}: teren pod przewidywaną trasą",
    };

    private static readonly Speech Ukrainian = new("uk-UA")
    {
        Exercise = "НАВЧАННЯ",
        ExerciseNote = "Це навчання; нічого не відбувається.",
        Event = "Повітряна загроза",
        EventOver = "Відбій тривоги",
        Objects = ["невпізнаний об'єкт", "безпілотник", "ракета", "повітряна куля"],
        From = ["півночі", "північного сходу", "сходу", "південного сходу", "півдня", "південного заходу", "заходу", "північного заходу"],
        Threat = "Повітряна загроза: {0}",
        Over = "Відбій тривоги: {0}",
        OthersHeadline = "Одне попередження завершено, інше діє далі: {0}",
        Approaching = "Повітряний об'єкт ({1}) наближається до району: {0}. Напрямок: від {2}. Імовірність входу протягом 10 хвилин: близько {3} %.",
        At = "Можливий вхід близько {0} UTC.",
        Inside = "Повітряний об'єкт ({1}) перебуває над районом: {0}. Прилетів від {2}.",
        Lost = "Повітряний об'єкт ({1}) у районі: {0} більше не видно на сенсорах; він може ще летіти або впасти.",
        AllClear = "Загроза, про яку попереджали, минула, наскільки це бачать сенсори.",
        OthersRemain = "Об'єкт, про який попереджали, більше не загрожує, але для частини району діє інше попередження.",
        Act = "Пройдіть в укриття або зайдіть у будівлю. Тримайтеся подалі від вікон. Не торкайтеся уламків, повідомте за номером 112.",
        Prepare = "Будьте готові пройти в укриття. Слухайте повідомлення. Не торкайтеся уламків, повідомте за номером 112.",
        AfterAct = "Можна залишити укриття. Не торкайтеся уламків, повідомте за номером 112.",
        StayAct = "Залишайтеся в укритті до відбою іншого попередження.",
        AreaDescription = "{0}: місцевість під очікуваним шляхом",
    };

    /// <summary>English first: it also fills the draft's own fields.</summary>
    public static IReadOnlyList<CapText> Say(in WarningFacts facts, CapResponse response) =>
        [English.Say(facts, response), Polish.Say(facts, response), Ukrainian.Say(facts, response)];

    private sealed record Speech(string Language)
    {
        public required string Exercise { get; init; }

        public required string ExerciseNote { get; init; }

        public required string Event { get; init; }

        public required string EventOver { get; init; }

        public required string[] Objects { get; init; }

        public required string[] From { get; init; }

        public required string Threat { get; init; }

        public required string Over { get; init; }

        public required string OthersHeadline { get; init; }

        public required string Approaching { get; init; }

        public required string At { get; init; }

        public required string Inside { get; init; }

        public required string Lost { get; init; }

        public required string AllClear { get; init; }

        public required string OthersRemain { get; init; }

        public required string Act { get; init; }

        public required string Prepare { get; init; }

        public required string AfterAct { get; init; }

        public required string StayAct { get; init; }

        public required string AreaDescription { get; init; }

        public CapText Say(in WarningFacts facts, CapResponse response)
        {
            var over = facts.Phase == WarningPhase.AllClear;
            var headline = Fill(over ? Over : facts.Phase == WarningPhase.OthersRemain ? OthersHeadline : Threat, facts.Area);
            var described = Describe(facts);
            return new(
                Language,
                over ? EventOver : Event,
                facts.Exercise ? $"{Exercise}: {headline}" : headline,
                facts.Exercise ? $"{ExerciseNote} {described}" : described,
                response switch
                {
                    CapResponse.AllClear => AfterAct,
                    CapResponse.Monitor => StayAct,
                    CapResponse.Prepare => Prepare,
                    _ => Act,
                },
                Fill(AreaDescription, facts.Area));
        }

        private string Describe(in WarningFacts facts) => facts.Phase switch
        {
            WarningPhase.Approaching => Fill(Approaching, facts.Area, Objects[(int)facts.Object], From[facts.FromOctant], Tens(facts.Probability))
                + (facts.Entry is { } entry ? " " + Fill(At, entry.ToDateTimeUtc().ToString("HH:mm", CultureInfo.InvariantCulture)) : ""),
            WarningPhase.Inside => Fill(Inside, facts.Area, Objects[(int)facts.Object], From[facts.FromOctant]),
            WarningPhase.Lost => Fill(Lost, facts.Area, Objects[(int)facts.Object]),
            WarningPhase.AllClear => AllClear,
            _ => OthersRemain,
        };

        /// <summary>Percent in tens, 10 to 90: the public hears how sure we are, not decimals.</summary>
        private static string Tens(double probability) =>
            Math.Clamp(Math.Round(probability * 10) * 10, 10, 90).ToString("0", CultureInfo.InvariantCulture);

        private static string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);
    }
}
