namespace Vedette.Assessment.Incursion;

/// <summary>What one particle supposes, in every forecast the same.</summary>
/// <param name="State">Standard normal.</param>
/// <param name="SpeedChange">Standard normal: how far the speed of the coming minutes differs from now.</param>
/// <param name="Wander">Sine and cosine of how far the heading of the leg differs from the heading of the moment.</param>
/// <param name="Class">Uniform: which class it supposes.</param>
/// <param name="Rest">Uniform: what is left of the present leg.</param>
/// <param name="TurnOn">Uniform: how far a turn that is under way goes on.</param>
/// <param name="Line">Uniform: whether it runs along the line.</param>
/// <param name="Purpose">Uniform: whether it is bound for somewhere.</param>
/// <param name="Route">Uniform: whether it is on a route.</param>
internal readonly record struct ParticleDraw(
    StateNormals State, double SpeedChange, (double Sin, double Cos) Wander, double Class, double Rest, double TurnOn, double Line, double Purpose, double Route);

/// <summary>Standard normal numbers, one for each element of a track's state.</summary>
internal readonly record struct StateNormals(double East, double North, double VEast, double VNorth, double Up, double VUp);

/// <summary>What a particle does at the end of a leg.</summary>
/// <param name="Length">Of the leg that begins, in mean legs.</param>
/// <param name="AnyHeading">Sine and cosine of a heading change that may be anything.</param>
/// <param name="TurnNormal">Standard normal heading change, for objects that keep to routes.</param>
internal readonly record struct LegDraw(double Length, (double Sin, double Cos) AnyHeading, double TurnNormal);
