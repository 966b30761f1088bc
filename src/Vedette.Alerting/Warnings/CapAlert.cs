using Vedette.Kernel;
using Vedette.Kernel.Geodesy;

namespace Vedette.Alerting.Warnings;

/// <summary>CAP 1.2, 3.2.1 status. Only those that Vedette prepares.</summary>
public enum CapStatus : byte
{
    /// <summary>Prepared and not to be acted on: whoever releases a live warning makes it Actual.</summary>
    Draft,
    Exercise,
    Actual,
}

public enum CapMessage : byte
{
    Alert,
    Update,
    Cancel,
}

public enum CapResponse : byte
{
    Shelter,
    Prepare,
    Monitor,
    AllClear,
}

public enum CapUrgency : byte
{
    /// <summary>Act at once.</summary>
    Immediate,

    /// <summary>Act within the next hour.</summary>
    Expected,
    Past,
}

public enum CapSeverity : byte
{
    Extreme,
    Severe,
    Moderate,
    Minor,
}

public enum CapCertainty : byte
{
    /// <summary>It has happened or is going on.</summary>
    Observed,

    /// <summary>More probable than not.</summary>
    Likely,

    /// <summary>Not more probable than not.</summary>
    Possible,
}

/// <summary>How pressing, how bad and how sure: the three codes that phones and sirens are driven by.</summary>
public readonly record struct CapGrade(CapUrgency Urgency, CapSeverity Severity, CapCertainty Certainty, CapResponse Response);

/// <summary>The words of one language.</summary>
/// <param name="Language">RFC 3066 code, for example pl-PL.</param>
public sealed record CapText(string Language, string Event, string Headline, string Description, string Instruction, string AreaDescription);

/// <summary>An earlier message of the same chain, as CAP's references name it.</summary>
public readonly record struct CapReference(string Sender, string Identifier, Instant Sent);

/// <summary>One CAP message with one area, said in several languages.</summary>
public sealed record CapAlert
{
    public required string Identifier { get; init; }

    public required string Sender { get; init; }

    public required string SenderName { get; init; }

    public required Instant Sent { get; init; }

    public required CapStatus Status { get; init; }

    public required CapMessage Message { get; init; }

    /// <summary>Free words for operators, for example why the message was cancelled; empty where there are none.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<CapReference> References { get; init; } = [];

    /// <summary>Name of the incident that the whole chain belongs to.</summary>
    public required string Incident { get; init; }

    public required CapGrade Grade { get; init; }

    public Instant? Onset { get; init; }

    public required Instant Expires { get; init; }

    public required IReadOnlyList<CapText> Texts { get; init; }

    /// <summary>Machine-readable extras: name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> Parameters { get; init; } = [];

    /// <summary>Outer ring, not closed.</summary>
    public required IReadOnlyList<Geodetic> Ring { get; init; }
}
