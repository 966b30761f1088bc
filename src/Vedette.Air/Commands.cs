using System.Text.Json.Serialization;

namespace Vedette.Air;

/// <summary>
/// What an operator asks for. Written to the journal before it takes effect. <see cref="By"/> names the person.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(AcknowledgeAlert), "acknowledgeAlert")]
[JsonDerivedType(typeof(EscalateAlert), "escalateAlert")]
[JsonDerivedType(typeof(CloseAlert), "closeAlert")]
[JsonDerivedType(typeof(SetReadiness), "setReadiness")]
[JsonDerivedType(typeof(SetIdentity), "setIdentity")]
[JsonDerivedType(typeof(DraftStatement), "draftStatement")]
public abstract record OperatorCommand(string By);

public sealed record AcknowledgeAlert(string By, int Alert) : OperatorCommand(By);

public sealed record EscalateAlert(string By, int Alert, string Why) : OperatorCommand(By);

public sealed record CloseAlert(string By, int Alert, string Why) : OperatorCommand(By);

public sealed record SetReadiness(string By, ReadinessLevel Level, string Why) : OperatorCommand(By);

/// <summary>Overrides a track's identity; null gives the decision back to the rules.</summary>
public sealed record SetIdentity(string By, int Track, Identity? Identity, string Why) : OperatorCommand(By);

/// <summary>Asks for a statement of the incident so far.</summary>
public sealed record DraftStatement(string By) : OperatorCommand(By);

/// <summary>The typed answer to a command.</summary>
public sealed record CommandResult(bool Accepted, string Message);
