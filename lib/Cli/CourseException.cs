namespace Cli;

/// <summary>Something the user can put right. The message says what is wrong and what to do; no stack trace is shown.</summary>
public class CourseException(string message, Exception? inner = null) : Exception(message, inner);
