package opencadre.planted.replica.owner;

public record CopyListener(String topic) {}
