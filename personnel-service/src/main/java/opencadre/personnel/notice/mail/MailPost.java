package opencadre.personnel.notice.mail;

import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.personnel.notice.NoticePost;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** By the mail server of the operator ({@code spring.mail.host}); without one no notice is offered to anybody. */
@Component
final class MailPost implements NoticePost {

    private final @Nullable JavaMailSender sender;
    private final String from;

    MailPost(ObjectProvider<JavaMailSender> sender, @Value("${opencadre.notices.from:}") String from) {
        this.sender = sender.getIfAvailable();
        this.from = from;
        if (this.sender != null && from.isBlank()) {
            throw new IllegalStateException(
                    "spring.mail.host is set, but opencadre.notices.from is not: say whose letters they are");
        }
    }

    @Override
    public boolean isOpen() {
        return sender != null;
    }

    @Override
    public void send(String address, int waiting) {
        JavaMailSender open = sender;
        if (open == null) {
            throw new IllegalStateException("no mail is sent here");
        }
        var letter = new SimpleMailMessage();
        letter.setFrom(from);
        letter.setTo(address);
        letter.setSubject(Messages.of("notice-subject", waiting).vi());
        Bilingual text = Messages.of("notice-text", waiting);
        letter.setText(text.vi() + "\n\n" + text.en() + "\n");
        try {
            open.send(letter);
        } catch (MailSendException e) {
            throw e.getFailedMessages().isEmpty() ? new Unreachable(e) : new Undeliverable(e);
        } catch (MailException e) {
            throw new Unreachable(e);
        }
    }
}
