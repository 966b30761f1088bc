namespace Vedette.Server;

public static class ServerHost;
