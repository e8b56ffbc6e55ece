namespace Globus.Extensions.SqliteWorker;

/// <summary>Where the program is, for the test that starts it.</summary>
public static class Marker;
